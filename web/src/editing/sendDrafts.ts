import { type DraftStore, dropDraft, leftDrafts } from './drafts.ts';
import type { EditEvent, SavedCanvas } from './editSession.ts';
import type { CanvasRequest } from './requests.ts';
import type { SaveOutcome, SendRequest } from './saver.ts';
import { type Direction, nextVersion } from './steps.ts';

/** Sends what earlier pages could not. Sending a request twice does it once. */
export async function sendLeftDrafts(
  store: DraftStore,
  canvasId: string,
  send: SendRequest,
  dispatch: (event: EditEvent) => void,
): Promise<void> {
  for (const draft of leftDrafts(store, canvasId)) {
    const outcomes = await sendInOrder(draft.requests, send);
    if (outcomes === null) return;
    dropDraft(store, draft);
    for (const outcome of outcomes) {
      if (outcome.kind === 'refused') dispatch({ type: 'noted', notice: outcome.notice });
      if (outcome.kind === 'saved') {
        dispatch({ type: 'read', canvas: outcome.canvas });
        for (const notice of outcome.notices) dispatch({ type: 'noted', notice });
      }
    }
  }
}

/** What became of requests that follow each other; null when the server could not be reached. */
export async function sendInOrder(
  requests: readonly CanvasRequest[],
  send: SendRequest,
): Promise<SaveOutcome[] | null> {
  const outcomes: SaveOutcome[] = [];
  /** The version that each request has made. */
  const made: (number | null)[] = [];
  let version = 0;
  let before: Sent | null = null;
  for (const request of requests) {
    const next: SentRequest | null =
      'undoNext' in request ? nextRevert(request.undoNext, before) : resolved(request, made, version);
    const outcome: SaveOutcome | null = next && (await send(next));
    if (outcome?.kind === 'failed') return null;
    made.push(next && outcome ? versionMade(next, outcome) : null);
    before = next && outcome?.canvas ? { request: next, canvas: outcome.canvas } : null;
    if (outcome?.kind === 'saved') version = outcome.canvas.versionNumber;
    // An undo that had arrived before is refused now, and nothing is amiss.
    const isDone = outcome?.kind === 'refused' && outcome.canvas !== undefined;
    if (outcome && !isDone) outcomes.push(outcome);
  }
  return outcomes;
}

type SentRequest = Exclude<CanvasRequest, { undoNext: Direction }>;

/** A request that has arrived, and the canvas as the server has answered it. */
type Sent = { request: SentRequest; canvas: SavedCanvas };

/** The next undo or redo after the request before it; null when there is none, or it is not what the person has seen. */
function nextRevert(direction: Direction, before: Sent | null): SentRequest | null {
  if (before === null) return null;
  const lastReverted = 'undo' in before.request ? before.request.undo : null;
  const number = nextVersion(before.canvas, direction, lastReverted);
  return number === null ? null : { undo: number };
}

/** The request as it is sent now; null when what it undoes has made no version. */
function resolved(
  request: SentRequest,
  made: readonly (number | null)[],
  version: number,
): SentRequest | null {
  if ('edit' in request) {
    // Each was made on what the one before it led to.
    const { edit } = request;
    return { edit: { ...edit, baseVersionNumber: Math.max(edit.baseVersionNumber, version) } };
  }
  if (!('undoOf' in request)) return request;
  const number = made[request.undoOf] ?? null;
  return number === null ? null : { undo: number };
}

/** The version that a request has made, now or when it was sent by the earlier page. */
function versionMade(request: SentRequest, outcome: SaveOutcome): number | null {
  if (outcome.kind === 'failed' || !outcome.canvas) return null;
  if (outcome.kind === 'saved' && outcome.made) return outcome.made.number;
  const { undoable, redoable } = outcome.canvas;
  const earlier =
    'edit' in request ? request.edit.baseVersionNumber : 'undo' in request ? request.undo : null;
  const newest = 'edit' in request ? undoable : Math.max(undoable ?? 0, redoable ?? 0);
  return earlier !== null && newest !== null && newest > earlier ? newest : null;
}
