import type {
  JobDetailFragment,
  JobErrorFieldsFragment,
  JobEventFieldsFragment,
  JobPhase,
  JobStatus,
} from '../../generated/graphql.ts';
import type { CanvasObject } from '../../scene/object.ts';

export type JobEvent = JobEventFieldsFragment;

/** State of a job, and the preview of its current or last attempt. */
export type JobProgress = {
  jobId: string;
  /** Sequence of the latest event; the cursor to continue from. */
  sequence: number;
  /** Sequence up to which the job, as read from the server, includes the events. */
  knownSequence: number;
  status: JobStatus;
  phase: JobPhase;
  /** From 0 to 1; never decreases within an attempt. */
  progress: number;
  attempt: number;
  objectCount: number;
  planner: string | null;
  error: JobErrorFieldsFragment | null;
  nextAttemptAt: string | null;
  /** Whether a cancelled job keeps its partial result; null if that is not known. */
  keepPartial: boolean | null;
  /** The version that the job made; null until then. */
  versionNumber: number | null;
  preview: JobPreview;
};

/** What a job changes on its canvas, as far as that is known. */
export type JobPreview = {
  readonly added: ReadonlyMap<string, CanvasObject>;
  readonly updated: ReadonlyMap<string, CanvasObject>;
  readonly deleted: ReadonlySet<string>;
};

export const noPreview: JobPreview = { added: new Map(), updated: new Map(), deleted: new Set() };

type Lifecycle = Partial<Omit<JobProgress, 'jobId' | 'sequence' | 'knownSequence' | 'preview'>>;

function fromServer(job: JobDetailFragment) {
  const { status, phase, progress, attempt, objectCount, planner, error, nextAttemptAt } = job;
  const versionNumber = job.canvasVersion?.number ?? null;
  return { status, phase, progress, attempt, objectCount, planner, error, nextAttemptAt, versionNumber };
}

/** The state before any event, from the job as read from the server, without a preview. */
export function beginProgress(job: JobDetailFragment): JobProgress {
  return {
    jobId: job.id,
    sequence: 0,
    knownSequence: job.lastSequence,
    keepPartial: null,
    preview: noPreview,
    ...fromServer(job),
  };
}

/** Applies a newer read of the same job; one that is older than the events is ignored. */
export function refreshProgress(previous: JobProgress, job: JobDetailFragment): JobProgress {
  if (job.lastSequence <= Math.max(previous.sequence, previous.knownSequence)) return previous;
  return { ...previous, ...fromServer(job), knownSequence: job.lastSequence };
}

/**
 * Applies one event. Idempotent. An event that the job already includes (replayed after a reload) changes the preview
 * only, so that the status does not go through past values.
 */
export function applyJobEvent(previous: JobProgress, event: JobEvent): JobProgress {
  if (event.sequence <= previous.sequence) return previous;
  const next = { ...previous, sequence: event.sequence, preview: nextPreview(previous.preview, event) };
  return event.sequence <= previous.knownSequence ? next : { ...next, ...lifecycle(previous, event) };
}

function nextPreview(preview: JobPreview, event: JobEvent): JobPreview {
  switch (event.__typename) {
    case 'ObjectsGenerated':
      return extended(preview, event);
    case 'JobStarted':
    case 'JobFailed':
      return noPreview;
    case 'JobCancelRequested':
      return event.keepPartial ? preview : noPreview;
    case 'JobCancelled':
      return event.keptPartial ? preview : noPreview;
    default:
      return preview;
  }
}

type GeneratedEvent = Extract<JobEvent, { __typename: 'ObjectsGenerated' }>;

/** Of an object, the latest event counts. */
function extended(preview: JobPreview, { objects, updatedObjects, deletedIds }: GeneratedEvent): JobPreview {
  const [added, updated] = [new Map(preview.added), new Map(preview.updated)];
  const deleted = new Set(preview.deleted);
  for (const object of objects) added.set(object.id, object);
  for (const object of updatedObjects) {
    updated.set(object.id, object);
    deleted.delete(object.id);
  }
  for (const id of deletedIds) {
    updated.delete(id);
    // An object that the job no longer adds is not on the canvas.
    if (!added.delete(id)) deleted.add(id);
  }
  return { added, updated, deleted };
}

function lifecycle(previous: JobProgress, event: JobEvent): Lifecycle {
  const { attempt } = event;
  switch (event.__typename) {
    case 'JobQueued':
      return { attempt, status: 'QUEUED', phase: 'QUEUED', progress: 0, ...noOutcome, nextAttemptAt: null };
    case 'JobStarted':
      return {
        attempt,
        status: 'PROCESSING',
        phase: 'PLANNING',
        ...noOutcome,
        ...noProgress,
        planner: event.planner,
      };
    case 'JobProgressed':
      return { attempt, phase: event.phase, progress: Math.max(previous.progress, event.progress) };
    case 'ObjectsGenerated':
      return generated(previous, event);
    case 'JobRetryScheduled':
      return { ...queued, error: event.error, nextAttemptAt: event.nextAttemptAt };
    case 'JobAttemptLost':
      return { ...queued, error: null, nextAttemptAt: null };
    case 'JobCancelRequested':
      return { status: 'CANCELLING', keepPartial: event.keepPartial };
    default:
      return finished(event);
  }
}

const noOutcome = { error: null, keepPartial: null, versionNumber: null } as const;
const noProgress = { progress: 0, objectCount: 0, nextAttemptAt: null } as const;
const queued = { status: 'QUEUED', phase: 'QUEUED' } as const;

function generated(previous: JobProgress, event: GeneratedEvent): Lifecycle {
  // Objects still arrive while they are laid out and saved; the phase does not return to an earlier one.
  const phase = previous.phase === 'QUEUED' || previous.phase === 'PLANNING' ? 'GENERATING' : previous.phase;
  return { phase, objectCount: event.objectCount, progress: Math.max(previous.progress, event.progress) };
}

type FinishedEvent = Extract<JobEvent, { __typename: 'JobCompleted' | 'JobFailed' | 'JobCancelled' }>;

function finished(event: FinishedEvent): Lifecycle {
  switch (event.__typename) {
    case 'JobCompleted': {
      const { objectCount } = event;
      const versionNumber = event.canvasVersion?.number ?? null;
      return { status: 'COMPLETED', phase: 'DONE', progress: 1, error: null, versionNumber, objectCount };
    }
    case 'JobFailed':
      return { status: 'FAILED', error: event.error, nextAttemptAt: null };
    case 'JobCancelled':
      return { status: 'CANCELLED', keepPartial: event.keptPartial, nextAttemptAt: null };
  }
}
