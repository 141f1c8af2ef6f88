import type { CanvasObject } from '../scene/object.ts';
import { type ServerIds, toServer } from './localIds.ts';

/** What is selected, by the ids of the server: as far as it is saved already. */
export function savedSelection(
  selected: readonly string[],
  serverIds: ServerIds,
  saved: readonly Pick<CanvasObject, 'id'>[],
): string[] {
  const known = new Set(saved.map(({ id }) => id));
  return selected.map((id) => toServer(id, serverIds)).filter((id) => known.has(id));
}
