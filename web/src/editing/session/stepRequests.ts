import { editInput } from './editInput.ts';
import { knownTarget } from './editSession.ts';
import type { ServerIds } from './localIds.ts';
import type { CanvasRequest } from './requests.ts';
import { type EditSession, stepsOf } from './sessionState.ts';
import type { Step } from './steps.ts';

/** The request of the step in flight; null when there is none. */
export function sentRequest({ sending, serverIds }: EditSession): CanvasRequest | null {
  return sending && requestOf(sending, serverIds);
}

/** The request of a step; null when the version to revert is not known yet. */
function requestOf(step: Step, ids: ServerIds): CanvasRequest | null {
  if (step.kind === 'edit') return { edit: editInput(step.changes, step, ids) };
  if (step.kind === 'command') return step.command;
  return step.target.kind === 'version' ? { undo: step.target.number } : null;
}

/** The requests of all unsaved steps, in their order. */
export function outstandingRequests(session: EditSession): CanvasRequest[] {
  const ids = new Map([...session.serverIds, ...session.newIds]);
  const requests: CanvasRequest[] = [];
  const indexOf = new Map<number, number>();
  for (const step of stepsOf(session)) {
    if (step.kind === 'command') continue;
    const request =
      requestOf(step, ids) ?? (step.kind === 'revert' ? laterRevert(session, step, indexOf) : null);
    if (request === null) continue;
    indexOf.set(step.id, requests.length);
    requests.push(request);
  }
  return requests;
}

/**
 * The request of a revert whose version depends on the steps before it.
 * @param indexOf Indexes of the requests of those steps, by the steps' ids.
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
