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

/** An event as it is read: its payload is not checked yet. */
export type JobEventRow = Omit<JobEvent, 'type' | 'payload'> & { type: JobEventType; payload: unknown };

export type JobEventOf<Type extends JobEventType> = Extract<JobEvent, { type: Type }>;

/** Reads an event from its row. @throws ZodError when the payload is not of the event's shape. */
export function readJobEvent({ payload, ...row }: JobEventRow): JobEvent {
  // The schema is looked up by the type beside it, which the compiler cannot follow.
  return { ...row, payload: payloads[row.type].parse(payload) } as JobEvent;
}

const terminalTypes: readonly JobEventType[] = ['JobCompleted', 'JobFailed', 'JobCancelled'];

/** Whether the event ends a run of the job; only a retry by the owner can follow. */
export function isTerminalEvent(event: Pick<JobEvent, 'type'>): boolean {
  return terminalTypes.includes(event.type);
}
