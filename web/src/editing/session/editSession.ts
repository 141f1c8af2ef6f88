import {
  applyChanges,
  diffObjects,
  emptyChangeSet,
  isEmpty,
} from '../../../../src/canvas/model/changes/changeSet.ts';
import type { Changes } from '../../scene/object.ts';
import { toLocal } from './localIds.ts';
import type { CanvasCommand, Direction, VersionChange } from './requests.ts';
import {
  type EditSession,
  NOTHING,
  type SavedCanvas,
  savedObjects,
  shownObjects,
  stepsOf,
  withSteps,
} from './sessionState.ts';
import {
  rejected,
  type SavedStep,
  saved,
  withKnown,
  withoutRevertsOf,
  withoutSavedChanges,
} from './stepAnswers.ts';
import { nextTarget, nextVersion, type Step, type StepTarget } from './steps.ts';

/** What changes a session. */
export type EditEvent =
  /** The canvas was read. */
  | { type: 'read'; canvas: SavedCanvas }
  /** The user changed objects. Changes of one gesture are one step. */
  | { type: 'edited'; changes: Changes; gesture: number; isNudge?: boolean; newId: () => string }
  /** The user undoes or redoes one step. */
  | { type: 'reverted'; direction: Direction }
  /** The user restores a version, or undoes a version or a job. */
  | { type: 'commanded'; command: CanvasCommand }
  /** The changes of a version were read. */
  | { type: 'learned'; change: VersionChange }
  /** The next step was sent. */
  | { type: 'sent' }
  | ({ type: 'saved' } & SavedStep)
  /** The server rejected the step in flight. */
  | { type: 'rejected'; notice: string | null }
  /** The step in flight may not have arrived. */
  | { type: 'failed' }
  /** No job is running. */
  | { type: 'jobsEnded' }
  | { type: 'noted'; notice: string }
  /** The canvas can't hold something of the user's last change. */
  | { type: 'leftOut'; notes: readonly string[] }
  | { type: 'dismissed' };

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
    case 'leftOut':
      return { ...session, notes: event.notes };
    case 'dismissed':
      return { ...session, notices: [], notes: [] };
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
function edited(session: EditSession, { changes, gesture, isNudge, newId }: Edited): EditSession {
  const last = session.waiting.at(-1);
  const isSameGesture = last?.kind === 'edit' && last.gesture === gesture;
  const earlier = isSameGesture ? session.waiting.slice(0, -1) : session.waiting;
  const before = shownObjects({ ...session, waiting: earlier });
  const step = diffObjects(before, applyChanges(shownObjects(session), changes));
  const newIds = new Map(session.newIds);
  for (const { id } of step.added) if (!newIds.has(id)) newIds.set(id, newId());
  const next = { ...touchedBy(session, changes), newIds, waiting: earlier, notes: [] };
  if (isEmpty(step)) return next;
  const baseVersion = isSameGesture ? last.baseVersion : session.saved.versionNumber;
  // A new key for each content: the former one may have been sent from the browser's storage.
  return appended(next, { kind: 'edit', changes: step, gesture, isNudge, key: newId(), baseVersion });
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
  return appended(
    { ...touchedBy(session, changes), notes: [] },
    { kind: 'revert', direction, target, changes },
  );
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
