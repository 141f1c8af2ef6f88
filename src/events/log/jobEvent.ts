import { z } from 'zod';
import type { ChangeSet } from '../../canvas/model/changes/changeSet.ts';
import { canvasObject } from '../../canvas/model/object.ts';
import type { JobEventType } from '../../database/generated/prisma/enums.ts';

/**
 * The events of a job's log. The payloads are checked when they are read, because events outlive the code
 * that wrote them: new fields need a default.
 */

/** What went wrong, in a form that may be shown to the owner of the job. */
export const jobError = z.object({
  code: z.string(),
  message: z.string(),
  retryable: z.boolean(),
  /** Complete instructions that would work instead. Default: none */
  suggestions: z.array(z.string()).optional(),
});
export type JobError = z.infer<typeof jobError>;

const phase = z.enum(['QUEUED', 'PLANNING', 'GENERATING', 'LAYING_OUT', 'SAVING', 'DONE']);
const fraction = z.number().min(0).max(1);

const payloads = {
  /** Accepted, or put back into the queue by the owner (`retry`). */
  JobQueued: z.object({ retry: z.boolean().default(false) }),
  /** An attempt begins with an empty preview. No planner: it needs none. */
  JobStarted: z.object({ planner: z.string().nullable(), model: z.string().nullable() }),
  JobProgressed: z.object({ phase, progress: fraction }),
  /** The changes of the preview since the last such event. Of an object, the latest event with its id counts. */
  ObjectsGenerated: z.object({
    /** Objects that the job adds, new or moved. */
    objects: z.array(canvasObject),
    /** Objects of the canvas as the job leaves them, also if that is as they were. */
    updatedObjects: z.array(canvasObject).default([]),
    /** Objects that the job deletes, or no longer adds. */
    deletedIds: z.array(z.uuid()).default([]),
    objectCount: z.number().int(),
    progress: fraction,
  }),
  /** The attempt failed; or, if `requested`, a user lets the next one start earlier than that. */
  JobRetryScheduled: z.object({
    error: jobError,
    nextAttemptAt: z.iso.datetime(),
    requested: z.boolean().default(false),
  }),
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

/** A change set as the preview of an event. */
export function previewOfChanges({ added, updated, deleted }: ChangeSet) {
  return {
    objects: added,
    updatedObjects: updated.map(({ after }) => after),
    deletedIds: deleted.map(({ id }) => id),
  };
}
