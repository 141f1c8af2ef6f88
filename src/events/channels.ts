/** Something was appended to a job's log. Payload: `<job id> <owner id>`. A wake-up, never the news itself. */
export const jobEventChannel = 'canvas_job_event';

/** A running job is to be cancelled. Payload: `<job id>`. */
export const jobCancelChannel = 'canvas_job_cancel';

/** Topics that a process's hub wakes its followers by. */
export const topics = {
  job: (jobId: string) => `job:${jobId}`,
  owner: (ownerId: string) => `owner:${ownerId}`,
  cancel: (jobId: string) => `cancel:${jobId}`,
};

/** The topics that a notification wakes. Anything unknown wakes nobody. */
export function topicsOf(channel: string, payload: string): string[] {
  const [jobId, ownerId] = payload.split(' ');
  if (jobId === undefined || jobId === '') return [];
  if (channel === jobCancelChannel) return [topics.cancel(jobId)];
  if (channel === jobEventChannel && ownerId !== undefined) return [topics.job(jobId), topics.owner(ownerId)];
  return [];
}
