/** A job's owner and canvas, and the last sequence of its log. */
export type JobChange = { jobId: string; ownerId: string; canvasId: string; lastSeq: number };

/** The columns of a `JobChange`, of a table with the alias `job`. */
export const jobChangeColumns = 'job.id AS job_id, job.owner_id, job.canvas_id, job.last_seq';
