import type { CanvasObject } from '../canvas/object.ts';
import type {
  JobDetailFragment,
  JobErrorFieldsFragment,
  JobEventFieldsFragment,
  JobPhase,
  JobStatus,
} from '../generated/graphql.ts';

export type JobEvent = JobEventFieldsFragment;

/** What a viewer knows of a job: its state, and the preview of the attempt that runs or ran last. */
export type JobProgress = {
  jobId: string;
  /** Sequence of the newest event taken in; the cursor to continue from. */
  sequence: number;
  /** Sequence up to which the server's own account of the job was read. */
  knownSequence: number;
  status: JobStatus;
  phase: JobPhase;
  /** 0 to 1; does not fall within an attempt. */
  progress: number;
  attempt: number;
  objectCount: number;
  planner: string | null;
  error: JobErrorFieldsFragment | null;
  nextAttemptAt: string | null;
  /** Whether what has been generated is kept on cancelling; null when that is not known. */
  keepPartial: boolean | null;
  /** Set when the job is completed: the version of the canvas that it made. */
  canvasVersion: number | null;
  preview: ReadonlyMap<string, CanvasObject>;
};

type Lifecycle = Partial<Omit<JobProgress, 'jobId' | 'sequence' | 'knownSequence' | 'preview'>>;

const NOTHING: ReadonlyMap<string, CanvasObject> = new Map();

function fromServer(job: JobDetailFragment): Lifecycle {
  const { status, phase, progress, attempt, objectCount, planner, error, nextAttemptAt } = job;
  return { status, phase, progress, attempt, objectCount, planner, error: error ?? null, nextAttemptAt };
}

/** The state before any event: the server's account of the job, without a preview. */
export function beginProgress(job: JobDetailFragment): JobProgress {
  return {
    jobId: job.id,
    sequence: 0,
    knownSequence: job.lastSequence,
    keepPartial: null,
    canvasVersion: null,
    preview: NOTHING,
    status: job.status,
    phase: job.phase,
    progress: job.progress,
    attempt: job.attempt,
    objectCount: job.objectCount,
    planner: job.planner,
    error: job.error,
    nextAttemptAt: job.nextAttemptAt,
  };
}

/** Takes in a newer account of the same job; one that is older than the events is ignored. */
export function refreshProgress(previous: JobProgress, job: JobDetailFragment): JobProgress {
  if (job.lastSequence <= Math.max(previous.sequence, previous.knownSequence)) return previous;
  return { ...previous, ...fromServer(job), knownSequence: job.lastSequence };
}

/**
 * Takes in one event. Events that were taken in already change nothing. Those that the server's account
 * covers (a replay after a reload) rebuild the preview only, so that the state does not run through the past.
 */
export function jobProgress(previous: JobProgress, event: JobEvent): JobProgress {
  if (event.sequence <= previous.sequence) return previous;
  const next = { ...previous, sequence: event.sequence, preview: nextPreview(previous.preview, event) };
  return event.sequence <= previous.knownSequence ? next : { ...next, ...lifecycle(previous, event) };
}

function nextPreview(preview: JobProgress['preview'], event: JobEvent): JobProgress['preview'] {
  if (event.__typename === 'JobStarted') return NOTHING;
  if (event.__typename !== 'ObjectsGenerated') return preview;
  const next = new Map(preview);
  for (const object of event.objects) next.set(object.id, object);
  return next;
}

function lifecycle(previous: JobProgress, event: JobEvent): Lifecycle {
  const { attempt } = event;
  switch (event.__typename) {
    case 'JobQueued':
      return { attempt, status: 'QUEUED', phase: 'QUEUED', progress: 0, ...clean, nextAttemptAt: null };
    case 'JobStarted':
      return { attempt, status: 'PROCESSING', phase: 'PLANNING', ...clean, ...fresh, planner: event.planner };
    case 'JobProgressed':
      return { attempt, phase: event.phase, progress: Math.max(previous.progress, event.progress) };
    case 'ObjectsGenerated':
      return generated(previous, event);
    case 'JobRetryScheduled':
      return { ...waiting, error: event.error, nextAttemptAt: event.nextAttemptAt };
    case 'JobAttemptLost':
      return { ...waiting, error: null, nextAttemptAt: null };
    case 'JobCancelRequested':
      return { status: 'CANCELLING', keepPartial: event.keepPartial };
    default:
      return ending(event);
  }
}

const clean = { error: null, keepPartial: null, canvasVersion: null } as const;
const fresh = { progress: 0, objectCount: 0, nextAttemptAt: null } as const;
const waiting = { status: 'QUEUED', phase: 'QUEUED' } as const;

function generated(
  previous: JobProgress,
  event: Extract<JobEvent, { __typename: 'ObjectsGenerated' }>,
): Lifecycle {
  // Objects move again while they are laid out and saved; that does not bring back the earlier phase.
  const phase = previous.phase === 'QUEUED' || previous.phase === 'PLANNING' ? 'GENERATING' : previous.phase;
  return { phase, objectCount: event.objectCount, progress: Math.max(previous.progress, event.progress) };
}

type EndingEvent = Extract<JobEvent, { __typename: 'JobCompleted' | 'JobFailed' | 'JobCancelled' }>;

function ending(event: EndingEvent): Lifecycle {
  switch (event.__typename) {
    case 'JobCompleted': {
      const { canvasVersion, objectCount } = event;
      return { status: 'COMPLETED', phase: 'DONE', progress: 1, error: null, canvasVersion, objectCount };
    }
    case 'JobFailed':
      return { status: 'FAILED', error: event.error, nextAttemptAt: null };
    case 'JobCancelled':
      return { status: 'CANCELLED', keepPartial: event.keptPartial, nextAttemptAt: null };
  }
}
