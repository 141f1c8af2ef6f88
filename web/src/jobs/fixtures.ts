import type { JobDetailFragment, JobErrorFieldsFragment, JobPhase } from '../generated/graphql.ts';
import type { Connector, Frame, Shape } from '../scene/object.ts';
import type { JobEvent } from './state/jobProgress.ts';

/** Values for tests: a job, objects of a canvas, and the events of a job. */
export function aJob(changes: Partial<JobDetailFragment> = {}): JobDetailFragment {
  return {
    id: 'job-1',
    type: 'CREATE_CANVAS',
    status: 'QUEUED',
    phase: 'QUEUED',
    instruction: 'A flow of three steps',
    selection: [],
    kind: null,
    priority: 'NORMAL',
    progress: 0,
    attempt: 0,
    maxAttempts: 4,
    objectCount: 0,
    queuePosition: 1,
    waitReason: null,
    nextAttemptAt: null,
    cacheHit: false,
    planner: null,
    model: null,
    canRetry: false,
    createdAt: '2026-01-01T00:00:00Z',
    startedAt: null,
    finishedAt: null,
    runTimeMs: null,
    lastSequence: 0,
    error: null,
    canvas: { id: 'canvas-1', title: 'A flow' },
    warnings: [],
    estimatedCompletionAt: null,
    canvasVersion: null,
    leaderProgress: null,
    usage: null,
    attempts: [],
    ...changes,
  };
}

/** The version that a job made. */
export function aVersion(
  number: number,
  changes: Partial<NonNullable<JobDetailFragment['canvasVersion']>> = {},
): NonNullable<JobDetailFragment['canvasVersion']> {
  const counts = { addedCount: 0, updatedCount: 0, deletedCount: 0 };
  return { id: `version-${number}`, number, ...counts, undoneBy: null, ...changes };
}

export function aShape(id: string, changes: Partial<Shape> = {}): Shape {
  return {
    __typename: 'Shape',
    id,
    zIndex: 1,
    locked: false,
    parentId: null,
    x: 100,
    y: 200,
    width: 160,
    height: 64,
    shape: 'RECTANGLE',
    text: 'Sign up',
    lines: ['Sign up'],
    fontSize: 16,
    color: 'BLUE',
    ...changes,
  };
}

export function aFrame(id: string, changes: Partial<Frame> = {}): Frame {
  const box = { x: 0, y: 0, width: 240, height: 400 };
  return {
    __typename: 'Frame',
    id,
    zIndex: 0,
    locked: false,
    parentId: null,
    ...box,
    title: 'To do',
    color: 'TEAL',
    ...changes,
  };
}

export function aConnector(
  id: string,
  fromId: string,
  toId: string,
  changes: Partial<Connector> = {},
): Connector {
  return {
    __typename: 'Connector',
    id,
    zIndex: 2,
    locked: false,
    fromId,
    toId,
    points: [
      { x: 260, y: 232 },
      { x: 360, y: 232 },
    ],
    label: null,
    labelAt: null,
    style: 'SOLID',
    color: 'NEUTRAL',
    arrowhead: true,
    startArrowhead: false,
    ...changes,
  };
}

const head = (sequence: number, attempt: number) => ({ sequence, attempt, at: '2026-01-01T00:00:00Z' });

const failure: JobErrorFieldsFragment = {
  code: 'PROVIDER_UNAVAILABLE',
  message: 'Overloaded',
  retryable: true,
};

/** Events by kind; the first arguments are always the sequence and, where there is one, the attempt. */
export const event = {
  queued: (sequence: number): JobEvent => ({ __typename: 'JobQueued', ...head(sequence, 0) }),
  started: (sequence: number, attempt: number): JobEvent => ({
    __typename: 'JobStarted',
    ...head(sequence, attempt),
    planner: 'sketcher',
    model: null,
  }),
  progressed: (sequence: number, attempt: number, phase: JobPhase, progress: number): JobEvent => ({
    __typename: 'JobProgressed',
    ...head(sequence, attempt),
    phase,
    progress,
  }),
  generated: (
    sequence: number,
    attempt: number,
    objects: Shape[],
    progress: number,
    changes: { updatedObjects?: Shape[]; deletedIds?: string[] } = {},
  ): JobEvent => ({
    __typename: 'ObjectsGenerated',
    ...head(sequence, attempt),
    ...{ objects, updatedObjects: [], deletedIds: [] },
    ...changes,
    objectCount: objects.length,
    progress,
  }),
  retry: (sequence: number, attempt: number): JobEvent => ({
    __typename: 'JobRetryScheduled',
    ...head(sequence, attempt),
    error: failure,
    nextAttemptAt: '2026-01-01T00:02:00Z',
    requested: false,
  }),
  lost: (sequence: number, attempt: number): JobEvent => ({
    __typename: 'JobAttemptLost',
    ...head(sequence, attempt),
  }),
  cancelRequested: (sequence: number, attempt: number, keepPartial: boolean): JobEvent => ({
    __typename: 'JobCancelRequested',
    ...head(sequence, attempt),
    keepPartial,
  }),
  completed: (sequence: number, attempt: number): JobEvent => ({
    __typename: 'JobCompleted',
    ...head(sequence, attempt),
    canvasVersion: { number: 3 },
    objectCount: 2,
  }),
  failed: (sequence: number, attempt: number): JobEvent => ({
    __typename: 'JobFailed',
    ...head(sequence, attempt),
    error: failure,
  }),
  cancelled: (sequence: number, attempt: number, keptPartial: boolean): JobEvent => ({
    __typename: 'JobCancelled',
    ...head(sequence, attempt),
    keptPartial,
  }),
};
