import type { DashboardJobFragment, DashboardQuery, JobHistoryPageFragment } from '../generated/graphql.ts';
import { aJob } from '../jobs/fixtures.ts';

/** Values for tests: a job of the dashboard, a page of its history, and an answer to its query. */
export function aListedJob(changes: Partial<DashboardJobFragment> = {}): DashboardJobFragment {
  const { id, type, status, phase, instruction, progress, attempt, maxAttempts, objectCount, ...others } =
    aJob();
  const { queuePosition, nextAttemptAt, cacheHit, planner, createdAt, startedAt, finishedAt, runTimeMs } =
    others;
  return {
    ...{ id, type, status, phase, instruction, progress, attempt, maxAttempts, objectCount },
    ...{ queuePosition, nextAttemptAt, cacheHit, planner, createdAt, startedAt, finishedAt, runTimeMs },
    selection: [],
    kind: null,
    lastSequence: 1,
    error: null,
    canvas: others.canvas,
    priority: 'NORMAL',
    waitReason: null,
    canRetry: false,
    createdBy: { id: 'user-1', name: 'Ada' },
    leaderProgress: null,
    ...changes,
  };
}

/** A completed job for each name. */
export function finishedJobs(...ids: string[]): DashboardJobFragment[] {
  return ids.map((id) => aListedJob({ id, instruction: id, status: 'COMPLETED', phase: 'DONE' }));
}

/** `next`: the cursor, if another page follows. */
export function aPage(
  jobs: readonly DashboardJobFragment[],
  next: string | null = null,
): JobHistoryPageFragment {
  return {
    totalCount: jobs.length,
    pageInfo: { endCursor: next, hasNextPage: next !== null },
    edges: jobs.map((node) => ({ node })),
  };
}

export function anAnswer(
  active: readonly DashboardJobFragment[],
  history: JobHistoryPageFragment,
): DashboardQuery {
  const count = (totalCount: number) => ({ totalCount });
  return {
    activeJobs: { edges: active.map((node) => ({ node })) },
    history,
    all: count(active.length + history.totalCount),
    active: count(active.length),
    completed: count(history.totalCount),
    failed: count(0),
    cancelled: count(0),
    queueControl: { paused: false, reason: null },
  };
}
