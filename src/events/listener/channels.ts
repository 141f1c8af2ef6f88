import type { JobChange } from './sql/jobChange.ts';

/** An event was appended to a job's log. The payload is a `JobChange`, not the event. */
export const jobEventChannel = 'canvas_job_event';

/** A running job is to be cancelled. Payload: `<job id>`. */
export const jobCancelChannel = 'canvas_job_cancel';

/** A canvas has changed: its objects, its title, or whether it is deleted. Payload: `<canvas id>`. */
export const canvasChangeChannel = 'canvas_change';

/** Reads a payload of `jobEventChannel`; undefined when it is malformed: then the hub's slow poll finds the change. */
export function readJobChange(payload: string): JobChange | undefined {
  const [jobId = '', ownerId = '', canvasId = '', lastSeq = ''] = payload.split(' ');
  if (jobId === '' || ownerId === '' || canvasId === '' || !/^\d{1,9}$/.test(lastSeq)) return undefined;
  return { jobId, ownerId, canvasId, lastSeq: Number(lastSeq) };
}

/** Topics that can be subscribed to. */
export const topics = {
  job: (jobId: string) => `job:${jobId}`,
  owner: (ownerId: string) => `owner:${ownerId}`,
  cancel: (jobId: string) => `cancel:${jobId}`,
  canvas: (canvasId: string) => `canvas:${canvasId}`,
};

export type TopicKind = keyof typeof topics;

/** Channels whose payload is just the id of what has changed, with the kind of topic that they wake. */
export const idChannels: ReadonlyMap<string, TopicKind> = new Map([
  [jobCancelChannel, 'cancel'],
  [canvasChangeChannel, 'canvas'],
]);
