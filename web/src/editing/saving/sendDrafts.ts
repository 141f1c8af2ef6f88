import { onReconnected } from '../../api/outages/availability.ts';
import type { EditEvent } from '../session/editSession.ts';
import type { CanvasRequest, Direction } from '../session/requests.ts';
import type { SavedCanvas, SaveState } from '../session/sessionState.ts';
import { nextVersion } from '../session/steps.ts';
import { type Draft, type DraftStore, dropDraft, leftDrafts } from './drafts.ts';
import type { SaveOutcome, SendRequest } from './saver.ts';

type DraftSending = {
  canvasId: string;
  /** The page that sends: its own draft is left to its saver. */
  page: string;
  send: SendRequest;
  dispatch(event: EditEvent): void;
  onState(state: SaveState): void;
};

/**
 * Sends the requests that earlier pages left unsent; what fails is sent again after a reconnect. The server applies
 * each once. Drafts of later pages are left to those pages. Returns a function that stops this.
 */
export function keepSendingDrafts(store: DraftStore, sending: DraftSending): () => void {
  const { canvasId, page, onState } = sending;
  const found = new Set(leftDrafts(store, canvasId, page).map(({ key }) => key));
  if (found.size === 0) return () => undefined;
  let isUnderway = false;

  async function sendFound(): Promise<void> {
    if (isUnderway) return;
    isUnderway = true;
    onState('saving');
    const left = leftDrafts(store, canvasId, page).filter(({ key }) => found.has(key));
    const isDone = await sendDrafts(store, left, sending);
    isUnderway = false;
    if (isDone) stop();
    onState(isDone ? 'saved' : 'offline');
  }

  const stop = onReconnected(() => void sendFound());
  void sendFound();
  return stop;
}

/** Sends drafts until one fails. Returns whether all have arrived. */
async function sendDrafts(
  store: DraftStore,
  drafts: readonly Draft[],
  { send, dispatch }: DraftSending,
): Promise<boolean> {
  for (const draft of drafts) {
    const outcomes = await sendInOrder(draft.requests, send);
    if (outcomes === null) return false;
    dropDraft(store, draft);
    for (const outcome of outcomes) {
      if (outcome.kind === 'rejected') dispatch({ type: 'noted', notice: outcome.notice });
      if (outcome.kind === 'saved') {
        dispatch({ type: 'read', canvas: outcome.canvas });
        for (const notice of outcome.notices) dispatch({ type: 'noted', notice });
      }
    }
  }
  return true;
}

/** Sends requests one after the other. Returns their outcomes; null when one failed. */
export async function sendInOrder(
  requests: readonly CanvasRequest[],
  send: SendRequest,
): Promise<SaveOutcome[] | null> {
  const outcomes: SaveOutcome[] = [];
  /** The version that each request made. */
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
    // An undo that arrived before is rejected now: it is done.
    const isDone = outcome?.kind === 'rejected' && outcome.canvas !== undefined;
    if (outcome && !isDone) outcomes.push(outcome);
  }
  return outcomes;
}

type SentRequest = Exclude<CanvasRequest, { undoNext: Direction }>;

/** A request that arrived, and the canvas in its answer. */
type Sent = { request: SentRequest; canvas: SavedCanvas };

/** The next undo or redo after a request; null when there is none, or the user has not seen that version. */
function nextRevert(direction: Direction, before: Sent | null): SentRequest | null {
  if (before === null) return null;
  const lastReverted = 'undo' in before.request ? before.request.undo : null;
  const number = nextVersion(before.canvas, direction, lastReverted);
  return number === null ? null : { undo: number };
}

/** The request in its final form; null when the request that it undoes made no version. */
function resolved(
  request: SentRequest,
  made: readonly (number | null)[],
  version: number,
): SentRequest | null {
  if ('edit' in request) {
    // Each edit was made on top of the one before it.
    const { edit } = request;
    return { edit: { ...edit, baseVersionNumber: Math.max(edit.baseVersionNumber, version) } };
  }
  if (!('undoOf' in request)) return request;
  const number = made[request.undoOf] ?? null;
  return number === null ? null : { undo: number };
}

/** The version that a request made, now or when the earlier page sent it. */
function versionMade(request: SentRequest, outcome: SaveOutcome): number | null {
  if (outcome.kind === 'failed' || !outcome.canvas) return null;
  if (outcome.kind === 'saved' && outcome.made) return outcome.made.number;
  // The answer to a repeated edit names its version; that to a repeated undo does not.
  if (!('undo' in request)) return null;
  const newest = Math.max(outcome.canvas.undoable ?? 0, outcome.canvas.redoable ?? 0);
  return newest > request.undo ? newest : null;
}
