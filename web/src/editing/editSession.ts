import { applyChanges, diffObjects, emptyChangeSet, isEmpty } from '../../../src/canvas/model/changeSet.ts';
import type { Changes } from '../scene/object.ts';
import { type ServerIds, toLocal, withCreatedIds } from './localIds.ts';
import type { CanvasCommand, VersionChange } from './requests.ts';
import {
  type EditSession,
  NOTHING,
  type SavedCanvas,
  savedObjects,
  shownObjects,
  stepsOf,
  withSteps,
} from './sessionState.ts';
import { type Direction, nextTarget, nextVersion, type Step, type StepTarget } from './steps.ts';

/** What changes a session. */
export type EditEvent =
  /** The canvas was read. */
  | { type: 'read'; canvas: SavedCanvas }
  /** The user changed objects. Changes of one gesture are one step. */
  | { type: 'edited'; changes: Changes; gesture: number; newId: () => string }
  /** The user undoes or redoes one step. */
  | { type: 'reverted'; direction: Direction }
  /** The user restores a version, or undoes a version or a job. */
  | { type: 'commanded'; command: CanvasCommand }
  /** The changes of a version were read. */
  | { type: 'learned'; change: VersionChange }
  /** The next step was sent. */
  | { type: 'sent' }
  /** The step in flight is saved, except for what `notices` name. `made`: its version. */
  | {
      type: 'saved';
      canvas: SavedCanvas;
      made: VersionChange | null;
      notices: readonly string[];
      createdIds?: ServerIds;
    }
  /** The server rejected the step in flight. */
  | { type: 'rejected'; notice: string | null }
  /** The step in flight may not have arrived. */
  | { type: 'failed' }
  /** No job is running. */
  | { type: 'jobsEnded' }
  | { type: 'noted'; notice: string }
  | { type: 'dismissed' };

/** Versions whose changes are remembered. */
const MOST_KNOWN = 100;

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
    case 'rejected':
      return rejected(session, event.notice);
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
  // This may include the step in flight: wait for its answer.
  if (session.sending !== null) return { ...session, newer: canvas };
  return withoutSavedChanges({ ...session, saved: canvas });
}

type Edited = Extract<EditEvent, { type: 'edited' }>;

/** Appends a step, or extends the waiting one of the same gesture. */
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
  // A new key for each content: the former one may have been sent from the browser's storage.
  return appended(next, { kind: 'edit', changes: step, gesture, key: newId(), baseVersion });
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

/** Appends the undo or redo of one step. It is shown at once if the changes of that step are known. */
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

/** Sends the step in flight again, or else the first waiting one. */
function sent(session: EditSession): EditSession {
  if (session.sending) return { ...session, isUnderway: true };
  const [first, ...waiting] = session.waiting;
  if (!first) return session;
  const target = first.kind === 'revert' ? knownTarget(session, first) : undefined;
  // The step to revert made no version, or the canvas has a newer change from elsewhere.
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

/** The version that a revert refers to; null when there is none, or the user has not seen it. */
export function knownTarget(
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
    // The waiting steps were made on top of this one: they are based on its version.
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

/** The version that a revert had made when it was sent again. The answer to a repeated edit names its version. */
function versionOfRepeated(step: Step, { undoable, redoable }: SavedCanvas): number | null {
  if (step.kind !== 'revert') return null;
  const number = step.direction === 'undo' ? redoable : undoable;
  const earlier = revertedBy(step);
  return number !== null && earlier !== null && number > earlier ? number : null;
}

function withKnown(known: EditSession['changesOf'], change: VersionChange): EditSession['changesOf'] {
  const newest = [...known].slice(1 - MOST_KNOWN);
  return new Map([...newest, [change.number, change]]);
}

function rejected(session: EditSession, notice: string | null): EditSession {
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

/** Applies a state that was read while a step was in flight. */
function settled(session: EditSession): EditSession {
  const { newer, saved } = session;
  return withoutSavedChanges({
    ...session,
    newer: null,
    saved: newer && newer.versionNumber >= saved.versionNumber ? newer : saved,
  });
}

/** Drops changes of waiting steps that the saved canvas has already. */
function withoutSavedChanges(session: EditSession): EditSession {
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
