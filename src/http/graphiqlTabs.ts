/** What an operator finds open in GraphiQL. */
export const graphiqlTabs = [
  {
    query: `# Accepts a request as a durable job and answers at once.
mutation Create {
  createCanvasJob(input: { instruction: "sign up, verify email, choose plan; if payment fails, retry" }) {
    __typename
    ... on CreateCanvasJobSuccess { job { id status queuePosition canvas { id title } } }
    ... on InputValidationError { fields { path message } }
    ... on Error { message }
  }
}
`,
  },
  {
    query: `# Put in the id of a job: the whole log, then live, until the job is over.
subscription Watch {
  jobProgress(jobId: "", after: 0) {
    __typename
    sequence
    at
    attempt
    ... on JobProgressed { phase progress }
    ... on ObjectsGenerated { objectCount objects { __typename id ... on Shape { text } } }
    ... on JobRetryScheduled { nextAttemptAt error { code message } }
    ... on JobCompleted { canvasVersion objectCount }
    ... on JobFailed { error { code message } }
  }
}
`,
  },
  {
    query: `# Put in the id of a job. Waiting jobs are cancelled at once, running ones within a moment.
mutation Cancel {
  cancelJob(input: { jobId: "", keepPartial: false }) {
    __typename
    ... on CancelJobSuccess { job { id status } }
    ... on Error { message }
  }
}
`,
  },
  {
    query: `# Figures of the last hour, and what failed lately with its attempts.
query Statistics {
  jobStats(window: LAST_HOUR) {
    byStatus { status count }
    created completed failed cancelled
    throughputPerMinute failureRate
    wait { p50Ms p95Ms p99Ms }
    run { p50Ms p95Ms p99Ms }
  }
  queueControl { paused reason }
  cacheStats { entries hits misses hitRate tokensSaved usdSaved }
  jobs(first: 10, scope: ALL, filter: { status: [FAILED] }) {
    totalCount
    edges { node { id instruction error { code message } attempts { number outcome retryDelayMs error { code } } } }
  }
}
`,
  },
];
