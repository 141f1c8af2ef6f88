/** Adds an entry for each waiting job that meets a condition. Parameters: `task`, `keyPrefix`. */
export function addEntriesOfWaiting(condition: string) {
  return `
  SELECT graphile_worker.add_job(:task, payload := json_build_object('jobId', job.id), job_key := :keyPrefix || job.id)
  FROM canvas_job job WHERE status = 'QUEUED' AND ${condition}`;
}
