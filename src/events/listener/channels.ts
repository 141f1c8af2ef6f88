/** Something was appended to a job's log. A wake-up, never the news itself; payload: see `JobChange`. */
export const jobEventChannel = 'canvas_job_event';

/** A running job is to be cancelled. Payload: `<job id>`. */
export const jobCancelChannel = 'canvas_job_cancel';

/** A canvas has changed: its objects, its title, or whether it is deleted. Payload: `<canvas id>`. */
export const canvasChangeChannel = 'canvas_change';

/** What a notification says of a job: whose it is, and how far its log has got. */
export type JobChange = { jobId: string; ownerId: string; canvasId: string; lastSeq: number };

/** The payload of a notification on `jobEventChannel`, as SQL over a row of `canvas_job`. */
export const jobEventPayloadSql = `concat_ws(' ', id, owner_id, canvas_id, last_seq)`;

/** Reads such a payload; undefined when it is none: then the hub's slow poll finds the change. */
export function readJobChange(payload: string): JobChange | undefined {
  const [jobId = '', ownerId = '', canvasId = '', lastSeq = ''] = payload.split(' ');
  if (jobId === '' || ownerId === '' || canvasId === '' || !/^\d{1,9}$/.test(lastSeq)) return undefined;
  return { jobId, ownerId, canvasId, lastSeq: Number(lastSeq) };
}

/** Topics that a process's hub wakes its followers by. */
export const topics = {
  job: (jobId: string) => `job:${jobId}`,
  owner: (ownerId: string) => `owner:${ownerId}`,
  cancel: (jobId: string) => `cancel:${jobId}`,
  canvas: (canvasId: string) => `canvas:${canvasId}`,
};

export type TopicKind = keyof typeof topics;

/** Channels whose payload is nothing but the id of what has changed, with the kind of topic that they wake. */
export const idChannels: ReadonlyMap<string, TopicKind> = new Map([
  [jobCancelChannel, 'cancel'],
  [canvasChangeChannel, 'canvas'],
]);
