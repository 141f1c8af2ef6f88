import { withoutLooseEnds } from '../../../../src/canvas/model/changes/changeSet.ts';
import type { Editor } from '../editor/useEditor.ts';

/** Deletes what is selected, and the arrows at it, as one step. */
export function deleteSelected({ sceneSync, state }: Editor): void {
  const selected = new Set(state.selected);
  sceneSync.perform(withoutLooseEnds(sceneSync.objects.filter(({ id }) => !selected.has(id))));
}
