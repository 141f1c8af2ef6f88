import { revertChanges } from '../../../src/canvas/model/changes/revertChanges.ts';
import { readCanvasState } from '../../../src/canvas/versions/objectRows.ts';
import { nextInHistory } from '../../../src/canvas/versions/undoHistory.ts';
import { readChangeSet } from '../../../src/canvas/versions/versions.ts';
import { retryWhileUnavailable } from '../../../src/database/outages/retryWhileUnavailable.ts';
import { PlannerError } from '../../planners/plannerError.ts';
import type { Attempt } from '../state/attempt.ts';
import type { Result } from './result.ts';

/**
 * The changes that undo the last change of the job's owner, as the Undo button of the canvas does.
 * @throws PlannerError when there is nothing to undo
 */
export async function undoLastChange({ worker, job, signal }: Attempt): Promise<Result> {
  const { canvasId, ownerId: userId } = job;
  const found = await retryWhileUnavailable(signal, async () => {
    const now = await readCanvasState(worker.pool, canvasId);
    const number = await nextInHistory(worker.pool, { canvasId, userId, direction: 'undoable' });
    const undone = number === null ? null : await readChangeSet(worker.pool, canvasId, number);
    return number === null || undone === null ? null : { now, number, undone };
  });
  if (found === null) {
    throw new PlannerError('INSTRUCTION_NOT_UNDERSTOOD', 'There is nothing to undo.', {
      retryable: false,
    });
  }
  const { now, number, undone } = found;
  return {
    ...{ title: '', warnings: [], baseVersion: now.version },
    changes: revertChanges(now.objects, undone).changes,
    undone: { userId, number, creators: undone.creators },
  };
}
