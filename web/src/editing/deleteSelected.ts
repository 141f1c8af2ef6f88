import { withoutLooseEnds } from '../../../src/canvas/model/changeSet.ts';
import type { Editor } from './useEditor.ts';

/** Deletes what is selected, and the arrows at it, as one step. */
export function deleteSelected({ keeper, state }: Editor): void {
  const selected = new Set(state.selected);
  keeper.perform(withoutLooseEnds(keeper.objects.filter(({ id }) => !selected.has(id))));
}
