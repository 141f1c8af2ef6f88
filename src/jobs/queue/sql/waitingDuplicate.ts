/**
 * FROM clause of `leader`: the unfinished job that a job waits for as a duplicate, also while the leader waits for a
 * retry.
 * @param job Name or alias of the waiting job's table.
 */
export function fromLeaderOf(job: string): string {
  return `
  FROM canvas_job AS leader
  WHERE leader.cache_key = ${job}.cache_key AND leader.is_leader AND leader.finished_at IS NULL
    AND leader.id <> ${job}.id`;
}

/** Whether a job waits for the result of its leader. */
export function isWaitingDuplicate(job: string): string {
  return `EXISTS (SELECT 1 ${fromLeaderOf(job)})`;
}
