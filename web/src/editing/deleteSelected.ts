import { withoutLooseEnds } from './changes.ts';
import type { Editor } from './useEditor.ts';

/** Deletes what is selected, and the arrows at it, as one step of the editor's history. */
export function deleteSelected({ keeper, state }: Editor): void {
  const selected = new Set(state.selected);
  keeper.perform(withoutLooseEnds(keeper.objects.filter(({ id }) => !selected.has(id))));
}
