/** A tab of GraphiQL. With several operations in a document, the run button asks which one to run. */
export type GraphiqlTab = { query: string; variables?: string };

const job = `# Create, cancel, retry or prioritise a job. Put the job's id into the variables below.
mutation Create($instruction: String!) {
  createCanvasJob(input: { instruction: $instruction }) {
    __typename
    ... on CreateCanvasJobSuccess { job { id status queuePosition canvas { id title } } }
    ... on InputValidationError { fields { path message } }
    ... on Error { message }
  }
}

# Waiting jobs are cancelled at once, running ones shortly after.
mutation Cancel($jobId: ID!) {
  cancelJob(input: { jobId: $jobId, keepPartial: false }) {
    __typename
    ... on CancelJobSuccess { job { id status } }
    ... on Error { message }
  }
}

mutation Retry($jobId: ID!) {
  retryJob(input: { jobId: $jobId }) {
    __typename
    ... on RetryJobSuccess { job { id status attempt maxAttempts } }
    ... on Error { message }
  }
}

mutation First($jobId: ID!) {
  setJobPriority(input: { jobId: $jobId, priority: URGENT }) {
    __typename
    ... on SetJobPrioritySuccess { job { id priority queuePosition } }
    ... on Error { message }
  }
}
`;

const watch = `# The log of a job from its start, then live until the job finishes. Put its id into the variables below.
subscription Watch($jobId: ID!) {
  jobProgress(jobId: $jobId, after: 0) {
    __typename
    sequence
    at
    attempt
    ... on JobProgressed { phase progress }
    ... on ObjectsGenerated { objectCount objects { __typename id ... on Shape { text } } }
    ... on JobRetryScheduled { nextAttemptAt requested error { code message } }
    ... on JobCompleted { canvasVersion { number } objectCount }
    ... on JobFailed { error { code message retryable } }
  }
}
`;

const find = `# Everyone's jobs, newest first. All conditions of the filter must match; leave out those that you don't need.
query Find($filter: JobFilter) {
  jobs(first: 20, scope: ALL, filter: $filter) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges {
      node {
        id instruction status phase progress waitReason queuePosition estimatedCompletionAt
        planner model cacheHit attempt maxAttempts createdAt finishedAt createdBy { id name }
      }
    }
  }
}
`;

const failing = `# Jobs that failed in the last hour, and jobs that wait for another attempt, with their attempts; and how to retry both.
query Failing {
  failed: jobs(first: 20, scope: ALL, filter: { status: [FAILED], finishedWithin: LAST_HOUR }) {
    totalCount
    edges { node { ...Failure finishedAt } }
  }
  waiting: jobs(first: 20, scope: ALL, filter: { status: [QUEUED], hasError: true }) {
    totalCount
    edges { node { ...Failure nextAttemptAt } }
  }
  jobStats(window: LAST_HOUR) { failed failureRate retryRate byErrorCode { code count } }
}

fragment Failure on CanvasJob {
  id instruction planner model
  createdBy { name }
  error { code message retryable }
  attempts { number outcome worker { id host } startedAt finishedAt retryDelayMs error { code message } }
}

mutation RetryFailed {
  retryJobs(input: { scope: ALL, filter: { status: [FAILED], finishedWithin: LAST_HOUR }, first: 50 }) {
    ... on RetryJobsSuccess { jobIds remainingCount results { __typename ... on Error { message } } }
    ... on Error { message }
  }
}

# Starts the next attempts at once, for instance when the provider is back after an outage.
mutation RetryWaiting {
  retryJobs(input: { scope: ALL, filter: { status: [QUEUED], hasError: true }, first: 50 }) {
    ... on RetryJobsSuccess { jobIds remainingCount results { __typename ... on Error { message } } }
    ... on Error { message }
  }
}
`;

const queue = `# Waiting jobs and their wait times, live workers and what they run.
query Queue {
  queueHealth {
    waiting waitingForRetry processing cancelling
    oldestWaitMs
    depth { priority waiting waitingForRetry oldestWaitMs }
    control { paused pausedAt reason }
    capacity
    workers {
      id host pid maxConcurrent startedAt heartbeatAt
      running { number startedAt planner job { id phase progress instruction } }
    }
    listening
  }
}
`;

const statistics = `# Statistics of a time window: LAST_HOUR, LAST_DAY, LAST_WEEK or LAST_MONTH.
query Statistics($window: StatsWindow) {
  jobStats(window: $window) {
    from to
    created completed failed cancelled
    throughputPerMinute failureRate
    attemptsPerJob retries retryRate
    wait { p50Ms p95Ms p99Ms }
    run { p50Ms p95Ms p99Ms }
    cacheHits cacheMisses cacheHitRate
    usage { inputTokens outputTokens estimatedCostUsd }
    byStatus { status count }
    byType { type created completed failed cancelled failureRate }
    byPlanner { planner completed failed cancelled failureRate }
    byErrorCode { code count }
    buckets { from to created completed failed cancelled }
  }
}
`;

const cache = `# Statistics of the result cache, and how to remove results.
query Cache {
  cacheStats { entries bytes hits misses hitRate tokensSaved usdSaved }
}

mutation RemoveOld {
  invalidateCache(input: { olderThanHours: 24 }) {
    ... on InvalidateCacheSuccess { removed }
    ... on Error { message }
  }
}

mutation RemoveAll {
  invalidateCache(input: { all: true }) {
    ... on InvalidateCacheSuccess { removed }
    ... on Error { message }
  }
}
`;

const pause = `# A paused queue accepts jobs but starts none; running jobs continue. Users with waiting jobs see the reason.
mutation Pause($reason: String) {
  pauseQueue(input: { reason: $reason }) {
    ... on PauseQueueSuccess { control { paused pausedAt reason } }
    ... on Error { message }
  }
}

mutation Resume {
  resumeQueue {
    ... on ResumeQueueSuccess { control { paused } }
    ... on Error { message }
  }
}

query Paused {
  queueControl { paused pausedAt reason }
}
`;

const cleanUp = `# A worker cleans up at once, as it does every hour. Its log and metrics tell what it has removed.
mutation CleanUp {
  cleanUp {
    ... on CleanUpSuccess { queuedAt }
    ... on Error { message }
  }
}
`;

const variables = (values: object) => JSON.stringify(values, null, 2);

/** The tabs that GraphiQL opens with. The first has no variables: GraphiQL would not show them. */
export const graphiqlTabs: GraphiqlTab[] = [
  { query: queue },
  { query: failing },
  { query: find, variables: variables({ filter: { status: ['QUEUED', 'PROCESSING'], text: '' } }) },
  { query: watch, variables: variables({ jobId: '' }) },
  {
    query: job,
    variables: variables({
      instruction: 'sign up, verify email, choose plan; if payment fails, retry',
      jobId: '',
    }),
  },
  { query: statistics, variables: variables({ window: 'LAST_DAY' }) },
  { query: cache },
  { query: pause, variables: variables({ reason: 'Maintenance until noon' }) },
  { query: cleanUp },
];
