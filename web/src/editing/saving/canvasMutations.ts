import { refusalText } from '../../api/errors/refusalText.ts';
import {
  RestoreCanvasVersionDocument,
  type RestoreCanvasVersionMutation,
  UndoCanvasJobDocument,
  type UndoCanvasJobMutation,
  UndoCanvasVersionDocument,
  type UndoCanvasVersionMutation,
  UpdateCanvasObjectsDocument,
  type UpdateCanvasObjectsMutation,
} from '../../generated/graphql.ts';
import { t } from '../../language/language.ts';
import type { CanvasRequest } from '../session/requests.ts';
import { conflictNotices } from './conflictNotices.ts';
import type { SaveOutcome } from './saver.ts';
import { toSavedCanvas, toVersionChange } from './toSavedCanvas.ts';

/** What the server answers to any change of a canvas. */
type Answer = NonNullable<
  | UpdateCanvasObjectsMutation['updateCanvasObjects']
  | UndoCanvasVersionMutation['undoCanvasVersion']
  | UndoCanvasJobMutation['undoCanvasJob']
  | RestoreCanvasVersionMutation['restoreCanvasVersion']
>;

type UpdateCanvasObjectsSuccess = Extract<Answer, { __typename: 'UpdateCanvasObjectsSuccess' }>;

export type CanvasMutationData = Partial<
  UpdateCanvasObjectsMutation &
    UndoCanvasVersionMutation &
    UndoCanvasJobMutation &
    RestoreCanvasVersionMutation
>;

/** The mutation that a request is sent as. */
export function mutationOf(canvasId: string, request: CanvasRequest) {
  if ('edit' in request) {
    return { document: UpdateCanvasObjectsDocument, input: { canvasId, ...request.edit } };
  }
  if ('undoJob' in request) return { document: UndoCanvasJobDocument, input: { jobId: request.undoJob } };
  if ('restore' in request) {
    return { document: RestoreCanvasVersionDocument, input: { canvasId, versionNumber: request.restore } };
  }
  if ('undo' in request) {
    return { document: UndoCanvasVersionDocument, input: { canvasId, versionNumber: request.undo } };
  }
  throw new Error('an undo is sent for a version');
}

/** What became of a request, by the server's answer. */
export function outcomeIn(data: CanvasMutationData): SaveOutcome {
  const { updateCanvasObjects, undoCanvasVersion, undoCanvasJob, restoreCanvasVersion } = data;
  const answer = updateCanvasObjects ?? undoCanvasVersion ?? undoCanvasJob ?? restoreCanvasVersion;
  return answer ? outcomeOf(answer) : { kind: 'failed' };
}

/** Says that changes are lost, and why. */
export function notSaved(reason: string): string {
  return t('editing.notSaved', { reason });
}

const createdIdsOf = ({ createdIds }: UpdateCanvasObjectsSuccess): ReadonlyMap<string, string> =>
  new Map(createdIds.map(({ clientId, objectId }) => [clientId, objectId]));

function outcomeOf(result: Answer): SaveOutcome {
  switch (result.__typename) {
    case 'UpdateCanvasObjectsSuccess':
    case 'UndoCanvasVersionSuccess':
    case 'UndoCanvasJobSuccess':
    case 'RestoreCanvasVersionSuccess': {
      const { canvas, version, conflicts } = result;
      return {
        kind: 'saved',
        canvas: toSavedCanvas(canvas),
        made: version && toVersionChange(version),
        notices: conflictNotices(conflicts),
        ...('createdIds' in result ? { createdIds: createdIdsOf(result) } : {}),
      };
    }
    case 'CanvasConflictError': {
      if (!('objects' in result.canvas)) return { kind: 'rejected', notice: notSaved(refusalText(result)) };
      return { kind: 'rejected', notice: refusalText(result), canvas: toSavedCanvas(result.canvas) };
    }
    default:
      return { kind: 'rejected', notice: notSaved(refusalText(result)) };
  }
}
