import type { DiagramKind, JobPriority } from '../generated/graphql.ts';

/** What a person can choose besides the instruction. */
export type JobOptions = {
  priority: JobPriority;
  /** The kind of diagram to draw; null: the planner chooses. */
  kind: DiagramKind | null;
};

export const defaultOptions: JobOptions = { priority: 'NORMAL', kind: null };

/** The content of a request for a job. `canvasId`: null for a new canvas; `selection`: empty for all objects. */
export type JobRequest = JobOptions & {
  instruction: string;
  canvasId: string | null;
  selection: readonly string[];
  /** Whether the job may complete from the cache. Default: true */
  useCache?: boolean;
};

/** A request for a new canvas, without its instruction. */
export const newCanvasRequest = { ...defaultOptions, canvasId: null, selection: [] };

/** A request with its idempotency key: sending it again creates no second job. */
export type Submission = JobRequest & { key: string };

/** The submission for a request: the earlier one if the request is the same, so that its key is reused. */
export function submissionFor(
  earlier: Submission | null,
  request: JobRequest,
  newKey: () => string,
): Submission {
  return earlier !== null && isSame(earlier, request) ? earlier : { ...request, key: newKey() };
}

const isSame = (one: JobRequest, other: JobRequest): boolean =>
  one.instruction === other.instruction &&
  one.canvasId === other.canvasId &&
  one.priority === other.priority &&
  one.kind === other.kind &&
  (one.useCache ?? true) === (other.useCache ?? true) &&
  one.selection.join() === other.selection.join();
