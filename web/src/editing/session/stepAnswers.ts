import { applyChanges, diffObjects, isEmpty } from '../../../../src/canvas/model/changes/changeSet.ts';
import { type ServerIds, withCreatedIds } from './localIds.ts';
import type { VersionChange } from './requests.ts';
import { type EditSession, type SavedCanvas, savedObjects, withSteps } from './sessionState.ts';
import type { Step, StepTarget } from './steps.ts';

/** The answer to a step: it is saved, except for what `notices` name. */
export type SavedStep = {
  canvas: SavedCanvas;
  /** The version that it made. */
  made: VersionChange | null;
  notices: readonly string[];
  /** The server's ids of the objects that it added. */
  createdIds?: ServerIds;
};

/** Versions whose changes are remembered. */
const MOST_KNOWN = 100;

/** The session once the step in flight is saved. */
export function saved(session: EditSession, { canvas, made, notices, createdIds }: SavedStep): EditSession {
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

/** With the changes of one more version. */
export function withKnown(known: EditSession['changesOf'], change: VersionChange): EditSession['changesOf'] {
  const newest = [...known].slice(1 - MOST_KNOWN);
  return new Map([...newest, [change.number, change]]);
}

/** The session once the server has rejected the step in flight. */
export function rejected(session: EditSession, notice: string | null): EditSession {
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
export function withoutSavedChanges(session: EditSession): EditSession {
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

/** Without the steps that revert this one, and those that revert them. */
export function withoutRevertsOf(waiting: readonly Step[], id: number): readonly Step[] {
  const gone = new Set([id]);
  return waiting.filter((step) => {
    const isGone = step.kind === 'revert' && step.target.kind === 'step' && gone.has(step.target.id);
    if (isGone) gone.add(step.id);
    return !isGone;
  });
}
