import { z } from 'zod';
import { canvasObject } from '../../canvas/model/object.ts';
import type { JobEventType } from '../../database/generated/prisma/enums.ts';

/**
 * The events of a job's log. The payloads are checked when they are read, because events outlive the code
 * that wrote them: new fields need a default.
 */

/** What went wrong, in a form that may be shown to the owner of the job. */
export const jobError = z.object({ code: z.string(), message: z.string(), retryable: z.boolean() });
export type JobError = z.infer<typeof jobError>;

const phase = z.enum(['QUEUED', 'PLANNING', 'GENERATING', 'LAYING_OUT', 'SAVING', 'DONE']);
const fraction = z.number().min(0).max(1);

const payloads = {
  /** Accepted, or put back into the queue by the owner (`retry`). */
  JobQueued: z.object({ retry: z.boolean().default(false) }),
  /** An attempt begins with an empty preview. */
  JobStarted: z.object({ planner: z.string(), model: z.string().nullable() }),
  JobProgressed: z.object({ phase, progress: fraction }),
  /** Objects of the preview, new or moved; each takes the place of the one with its id. */
  ObjectsGenerated: z.object({
    objects: z.array(canvasObject),
    objectCount: z.number().int(),
    progress: fraction,
  }),
  JobRetryScheduled: z.object({ error: jobError, nextAttemptAt: z.iso.datetime() }),
  JobAttemptLost: z.object({}),
  JobCancelRequested: z.object({ keepPartial: z.boolean() }),
  JobCompleted: z.object({ canvasVersion: z.number().int(), objectCount: z.number().int() }),
  JobFailed: z.object({ error: jobError }),
  JobCancelled: z.object({ keptPartial: z.boolean() }),
} satisfies Record<JobEventType, z.ZodType>;

type Payloads = { [Type in JobEventType]: z.infer<(typeof payloads)[Type]> };

/** An event as it is appended: the log adds sequence and time. */
export type NewJobEvent = { [Type in JobEventType]: { type: Type; payload: Payloads[Type] } }[JobEventType];

/** An event as it stands in the log. */
export type JobEvent = NewJobEvent & { jobId: string; seq: number; attempt: number; at: Date };

export type JobEventOf<Type extends JobEventType> = Extract<JobEvent, { type: Type }>;

/** A row of `job_event`, by its own column names. */
export type JobEventRow = {
  job_id: string;
  seq: number;
  type: JobEventType;
  attempt: number;
  payload: unknown;
  at: Date;
};

/** Reads an event from its row. @throws ZodError when the payload is not of the event's shape. */
export function readJobEvent(row: JobEventRow): JobEvent {
  const payload = payloads[row.type].parse(row.payload);
  // The schema was looked up by the type that stands beside it, which the compiler cannot follow.
  const event = { type: row.type, payload } as NewJobEvent;
  return { ...event, jobId: row.job_id, seq: row.seq, attempt: row.attempt, at: row.at };
}

const terminalTypes: readonly JobEventType[] = ['JobCompleted', 'JobFailed', 'JobCancelled'];

/** Whether the event ends a run of the job; only a retry by the owner can follow. */
export function isTerminalEvent(event: Pick<JobEvent, 'type'>): boolean {
  return terminalTypes.includes(event.type);
}
