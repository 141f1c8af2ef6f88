import {
  applyChanges,
  diffObjects,
  emptyChangeSet,
  isEmpty,
  movedBoxIds,
} from '../../../src/canvas/model/changeSet.ts';
import type { CanvasObject, Changes } from '../scene/object.ts';
import { editInput } from './editInput.ts';
import { type ServerIds, toLocal, withCreatedIds } from './localIds.ts';
import type { CanvasCommand, CanvasRequest, VersionChange } from './requests.ts';
import { type Direction, nextTarget, nextVersion, type Step, type StepTarget } from './steps.ts';

/** A canvas as the server has it, under the server's ids. */
export type SavedCanvas = {
  versionNumber: number;
  objects: readonly CanvasObject[];
  /** The versions whose revert undoes, and redoes, the person's newest change; null: there is none. */
  undoable: number | null;
  redoable: number | null;
};

/** What a person does to a canvas, between the editor and the server. */
export type EditSession = {
  /** What the server is known to hold. */
  saved: SavedCanvas;
  serverIds: ServerIds;
  /**
   * What is on its way; null when nothing is. What may not have arrived is sent again just as it was, which does it
   * once at most.
   */
  sending: Step | null;
  isUnderway: boolean;
  /** Whether `sending` is sent again. */
  isRepeated: boolean;
  /** What is still to be sent, one step after the other, on top of that. */
  waiting: readonly Step[];
  nextStepId: number;
  /** The UUIDs that the objects among the waiting steps will be sent with. */
  newIds: ServerIds;
  /** What versions have changed, as far as it is known: an undo of these is shown before the server answers. */
  changesOf: ReadonlyMap<number, VersionChange>;
  /** The version that was reverted last. */
  lastReverted: number | null;
  /** A newer state that was read while something was on its way. */
  newer: SavedCanvas | null;
  /** Whether the last try to save did not reach the server. */
  failed: boolean;
  /** Objects that the person has changed or deleted while a job was running: what it shows of them is out of date. */
  touched: ReadonlySet<string>;
  /** What the person is to know about their last changes. */
  notices: readonly string[];
};

export type EditEvent =
  /** The canvas was read. */
  | { type: 'read'; canvas: SavedCanvas }
  /** The person has changed what is shown. Changes of one gesture are one step. */
  | { type: 'edited'; changes: Changes; gesture: number; newId: () => string }
  /** The person wants to undo or redo one step. */
  | { type: 'reverted'; direction: Direction }
  /** The person wants something else done to the canvas. */
  | { type: 'commanded'; command: CanvasCommand }
  /** What a version changed is known. */
  | { type: 'learned'; change: VersionChange }
  /** The next step is on its way. */
  | { type: 'sent' }
  /** The server has taken what was on its way, but for what the notices tell. `made`: the version that it became. */
  | {
      type: 'saved';
      canvas: SavedCanvas;
      made: VersionChange | null;
      notices: readonly string[];
      createdIds?: ServerIds;
    }
  /** What was on its way can never be done. */
  | { type: 'refused'; notice: string | null }
  /** What was on its way may not have arrived. */
  | { type: 'failed' }
  /** No job is running. */
  | { type: 'jobsEnded' }
  | { type: 'noted'; notice: string }
  | { type: 'dismissed' };

export function beginSession(canvas: SavedCanvas): EditSession {
  return {
    saved: canvas,
    serverIds: NO_IDS,
    sending: null,
    isUnderway: false,
    isRepeated: false,
    waiting: [],
    nextStepId: 1,
    newIds: NO_IDS,
    changesOf: new Map(),
    lastReverted: null,
    newer: null,
    failed: false,
    touched: NOTHING,
    notices: [],
  };
}

const NOTHING: ReadonlySet<string> = new Set();
const NO_IDS: ServerIds = new Map();
/** Versions whose changes are kept in mind. */
const MOST_KNOWN = 100;

/** What the editor shows: the saved canvas with everything that is not saved yet. */
export function shownObjects(session: EditSession): readonly CanvasObject[] {
  return withSteps(savedObjects(session), stepsOf(session));
}

const savedObjects = ({ saved, serverIds }: EditSession) => toLocal(saved.objects, serverIds);
const stepsOf = ({ sending, waiting }: EditSession) => [...(sending ? [sending] : []), ...waiting];
const withSteps = (objects: readonly CanvasObject[], steps: readonly Step[]) =>
  steps.reduce((now, { changes }) => applyChanges(now, changes), objects);

/** Boxes that edits on their way move. The editor leads their arrows until the server has found them new paths. */
export function movedBoxes(session: EditSession): ReadonlySet<string> {
  const moved = new Set<string>();
  for (const { kind, changes } of stepsOf(session)) {
    if (kind === 'edit') for (const id of movedBoxIds(changes)) moved.add(id);
    else for (const { after } of changes.updated) moved.delete(after.id);
  }
  return moved;
}

export type SaveState = 'saved' | 'saving' | 'offline';

export function saveState(session: EditSession): SaveState {
  if (stepsOf(session).length === 0) return 'saved';
  return session.failed ? 'offline' : 'saving';
}

/** Whether there is anything to undo or redo. */
export function canRevert({ saved, sending, waiting }: EditSession, direction: Direction): boolean {
  return nextTarget(saved, sending ? [sending, ...waiting] : waiting, direction) !== null;
}

/** What is on its way, as it is sent; null when nothing is. */
export function sentRequest({ sending, serverIds }: EditSession): CanvasRequest | null {
  return sending && requestOf(sending, serverIds);
}

/** The request of a step; null when it is not known yet which version it reverts. */
function requestOf(step: Step, ids: ServerIds): CanvasRequest | null {
  if (step.kind === 'edit') return { edit: editInput(step.changes, step.baseVersion, ids) };
  if (step.kind === 'command') return step.command;
  return step.target.kind === 'version' ? { undo: step.target.number } : null;
}

/** Everything that the server may not have, as requests that follow each other. */
export function outstandingRequests(session: EditSession): CanvasRequest[] {
  const ids = new Map([...session.serverIds, ...session.newIds]);
  const requests: CanvasRequest[] = [];
  const indexOf = new Map<number, number>();
  for (const step of stepsOf(session)) {
    const request =
      requestOf(step, ids) ?? (step.kind === 'revert' ? laterRevert(session, step, indexOf) : null);
    if (request === null || step.kind === 'command') continue;
    indexOf.set(step.id, requests.length);
    requests.push(request);
  }
  return requests;
}

/**
 * A revert whose version the steps before it decide.
 * @param indexOf The requests of those steps, by the step.
 */
function laterRevert(
  session: EditSession,
  step: Extract<Step, { kind: 'revert' }>,
  indexOf: ReadonlyMap<number, number>,
): CanvasRequest | null {
  const { target, direction } = step;
  if (target.kind === 'step') {
    const undoOf = indexOf.get(target.id);
    return undoOf === undefined ? null : { undoOf };
  }
  if (indexOf.size > 0) return { undoNext: direction };
  const known = knownTarget(session, step);
  return known?.kind === 'version' ? { undo: known.number } : null;
}

/** The next state. */
export function editSession(session: EditSession, event: EditEvent): EditSession {
  switch (event.type) {
    case 'read':
      return read(session, event.canvas);
    case 'edited':
      return edited(session, event);
    case 'reverted':
      return reverted(session, event.direction);
    case 'commanded':
      return appended(session, { kind: 'command', command: event.command, changes: emptyChangeSet });
    case 'learned':
      return { ...session, changesOf: withKnown(session.changesOf, event.change) };
    case 'sent':
      return sent(session);
    case 'saved':
      return saved(session, event);
    case 'refused':
      return refused(session, event.notice);
    case 'failed':
      return { ...session, failed: true, isUnderway: false, isRepeated: true };
    case 'jobsEnded':
      return session.touched.size === 0 ? session : { ...session, touched: NOTHING };
    case 'noted':
      return { ...session, notices: [event.notice] };
    case 'dismissed':
      return session.notices.length === 0 ? session : { ...session, notices: [] };
  }
}

function read(session: EditSession, canvas: SavedCanvas): EditSession {
  const known = session.newer ?? session.saved;
  if (canvas === known || canvas.versionNumber < known.versionNumber) return session;
  // What is on its way may be part of this; how it came out is known with its answer.
  if (session.sending !== null) return { ...session, newer: canvas };
  return normal({ ...session, saved: canvas });
}

type Edited = Extract<EditEvent, { type: 'edited' }>;

/** Appends a step, or adds to the one of the same gesture as long as that is not on its way. */
function edited(session: EditSession, { changes, gesture, newId }: Edited): EditSession {
  const last = session.waiting.at(-1);
  const isSameGesture = last?.kind === 'edit' && last.gesture === gesture;
  const earlier = isSameGesture ? session.waiting.slice(0, -1) : session.waiting;
  const before = shownObjects({ ...session, waiting: earlier });
  const step = diffObjects(before, applyChanges(shownObjects(session), changes));
  const newIds = new Map(session.newIds);
  for (const { id } of step.added) if (!newIds.has(id)) newIds.set(id, newId());
  const next = { ...touchedBy(session, changes), newIds, waiting: earlier };
  if (isEmpty(step)) return next;
  const baseVersion = isSameGesture ? last.baseVersion : session.saved.versionNumber;
  return appended(next, { kind: 'edit', changes: step, gesture, baseVersion });
}

function touchedBy(session: EditSession, { updated, deleted }: Changes): EditSession {
  return {
    ...session,
    touched: new Set([
      ...session.touched,
      ...updated.map(({ after }) => after.id),
      ...deleted.map(({ id }) => id),
    ]),
  };
}

type NewStep = Step extends infer Kind ? (Kind extends Step ? Omit<Kind, 'id'> : never) : never;

function appended(session: EditSession, step: NewStep): EditSession {
  const { waiting, nextStepId } = session;
  return { ...session, waiting: [...waiting, { ...step, id: nextStepId }], nextStepId: nextStepId + 1 };
}

/** Appends the undo or redo of one step, and shows it as far as it is known what that step changed. */
function reverted(session: EditSession, direction: Direction): EditSession {
  const target = nextTarget(session.saved, stepsOf(session), direction);
  if (target === null) return session;
  const shown = shownObjects(session);
  const wanted = revertingChanges(session, target);
  const changes = diffObjects(shown, applyChanges(shown, wanted));
  return appended(touchedBy(session, changes), { kind: 'revert', direction, target, changes });
}

function revertingChanges(session: EditSession, target: StepTarget): Changes {
  if (target.kind === 'step') return inverseOfStep(session, target.id);
  const change = target.kind === 'version' ? session.changesOf.get(target.number) : undefined;
  if (!change) return emptyChangeSet;
  const { before, after } = change;
  return diffObjects(toLocal(after, session.serverIds), toLocal(before, session.serverIds));
}

function inverseOfStep(session: EditSession, id: number): Changes {
  const steps = stepsOf(session);
  const index = steps.findIndex((step) => step.id === id);
  const before = withSteps(savedObjects(session), steps.slice(0, index));
  return diffObjects(withSteps(before, steps.slice(index, index + 1)), before);
}

/** Sends again what may not have arrived, or else the first of what waits. */
function sent(session: EditSession): EditSession {
  if (session.sending) return { ...session, isUnderway: true };
  const [first, ...waiting] = session.waiting;
  if (!first) return session;
  const target = first.kind === 'revert' ? knownTarget(session, first) : undefined;
  // What a revert was to follow has come to nothing, or somebody has changed the canvas in between.
  if (target === null) return sent({ ...session, waiting: withoutRevertsOf(waiting, first.id) });
  const step: Step = first.kind === 'revert' && target ? { ...first, target } : first;
  const newIds = new Map(session.newIds);
  const serverIds = new Map(session.serverIds);
  for (const { id } of step.kind === 'edit' ? step.changes.added : []) {
    serverIds.set(id, newIds.get(id) ?? id);
    newIds.delete(id);
  }
  return { ...session, sending: step, isUnderway: true, isRepeated: false, waiting, newIds, serverIds };
}

/** The version that a revert is about; null when there is none, or it is not one that the person has seen. */
function knownTarget(
  { saved, lastReverted }: EditSession,
  { target, direction }: Extract<Step, { kind: 'revert' }>,
): StepTarget | null {
  if (target.kind !== 'next') return target.kind === 'version' ? target : null;
  const number = nextVersion(saved, direction, lastReverted);
  return number === null ? null : { kind: 'version', number };
}

/** Without the steps that revert this one, and those that revert them. */
function withoutRevertsOf(waiting: readonly Step[], id: number): readonly Step[] {
  const gone = new Set([id]);
  return waiting.filter((step) => {
    const isGone = step.kind === 'revert' && step.target.kind === 'step' && gone.has(step.target.id);
    if (isGone) gone.add(step.id);
    return !isGone;
  });
}

function saved(
  session: EditSession,
  { canvas, made, notices, createdIds }: Extract<EditEvent, { type: 'saved' }>,
): EditSession {
  const { sending, isRepeated, waiting } = session;
  if (!sending) return session;
  const version = made?.number ?? (isRepeated ? versionOfRepeated(sending, canvas) : null);
  const target: StepTarget | null = version === null ? null : { kind: 'version', number: version };
  return settled({
    ...session,
    saved: canvas,
    serverIds: withCreatedIds(session.serverIds, createdIds),
    sending: null,
    isUnderway: false,
    changesOf: made ? withKnown(session.changesOf, made) : session.changesOf,
    lastReverted: sending.kind === 'revert' ? revertedBy(sending) : null,
    // What was done meanwhile was done on top of this: it is no conflict with it.
    waiting: (target ? waiting : withoutRevertsOf(waiting, sending.id)).map((step): Step => {
      if (step.kind === 'edit') return { ...step, baseVersion: canvas.versionNumber };
      const isOfThis = step.kind === 'revert' && step.target.kind === 'step' && step.target.id === sending.id;
      return isOfThis && target ? { ...step, target } : step;
    }),
    failed: false,
    notices: notices.length > 0 ? notices : session.notices,
  });
}

const revertedBy = ({ target }: Extract<Step, { kind: 'revert' }>): number | null =>
  target.kind === 'version' ? target.number : null;

/** The version that a step had made already when it was sent again. */
function versionOfRepeated(step: Step, { undoable, redoable }: SavedCanvas): number | null {
  if (step.kind === 'command') return null;
  const number = step.kind === 'revert' && step.direction === 'undo' ? redoable : undoable;
  const earlier = step.kind === 'edit' ? step.baseVersion : revertedBy(step);
  return number !== null && earlier !== null && number > earlier ? number : null;
}

function withKnown(known: EditSession['changesOf'], change: VersionChange): EditSession['changesOf'] {
  const newest = [...known].slice(1 - MOST_KNOWN);
  return new Map([...newest, [change.number, change]]);
}

function refused(session: EditSession, notice: string | null): EditSession {
  const { sending, waiting } = session;
  return settled({
    ...session,
    sending: null,
    isUnderway: false,
    failed: false,
    waiting: sending ? withoutRevertsOf(waiting, sending.id) : waiting,
    notices: notice === null ? session.notices : [notice],
  });
}

/** Takes in what was read while something was on its way. */
function settled(session: EditSession): EditSession {
  const { newer, saved } = session;
  return normal({
    ...session,
    newer: null,
    saved: newer && newer.versionNumber >= saved.versionNumber ? newer : saved,
  });
}

/** Without waiting changes that the saved canvas has already. */
function normal(session: EditSession): EditSession {
  const { sending, waiting } = session;
  if (waiting.length === 0) return session;
  const reverted = new Set(
    waiting.flatMap((step) => (step.kind === 'revert' && step.target.kind === 'step' ? step.target.id : [])),
  );
  let objects = withSteps(savedObjects(session), sending ? [sending] : []);
  const steps = waiting.flatMap((step): Step[] => {
    const before = objects;
    objects = applyChanges(before, step.changes);
    if (step.kind === 'command') return [step];
    const changes = diffObjects(before, objects);
    const isNeeded = step.kind !== 'edit' || !isEmpty(changes) || reverted.has(step.id);
    return isNeeded ? [{ ...step, changes }] : [];
  });
  return { ...session, waiting: steps };
}
