import type { SavedCanvasFieldsFragment, VersionChangeFieldsFragment } from '../../generated/graphql.ts';
import type { VersionChange } from '../session/requests.ts';
import type { SavedCanvas } from '../session/sessionState.ts';

type Canvas = Pick<SavedCanvasFieldsFragment, 'versionNumber' | 'objects' | 'undoable' | 'redoable'>;

/** A canvas as the API gives it, as the session holds it. */
export function toSavedCanvas({ versionNumber, objects, undoable, redoable }: Canvas): SavedCanvas {
  return {
    versionNumber,
    objects,
    undoable: undoable?.number ?? null,
    redoable: redoable?.number ?? null,
  };
}

export function toVersionChange({ number, changes }: VersionChangeFieldsFragment): VersionChange {
  const { added, updated, deleted } = changes;
  return {
    number,
    before: [...deleted, ...updated.map(({ before }) => before)],
    after: [...added, ...updated.map(({ after }) => after)],
  };
}
