import { withIds } from '../../../src/canvas/model/replaceIds.ts';
import type { CanvasObject } from '../scene/object.ts';

/**
 * Ids of objects as the server knows them, by their ids here. Only those that differ: an object that was drawn
 * here keeps the id that the editor gave it, so that the editor's selection and what is being drawn stay as they are.
 */
export type ServerIds = ReadonlyMap<string, string>;

/** Marks the id of an object of the server's whose own one is taken here. */
const TAKEN = '~';

/** Objects as the server gives them, under their ids here. */
export function toLocal<T extends CanvasObject>(objects: readonly T[], serverIds: ServerIds): readonly T[] {
  if (serverIds.size === 0) return objects;
  const local = new Map([...serverIds].map(([here, there]) => [there, here]));
  const rename = (id: string) => local.get(id) ?? (serverIds.has(id) ? `${id}${TAKEN}` : id);
  return objects.map((object) => withIds(object, rename));
}

/** The server's id of an object; of a new one, the UUID that it is sent with. */
export function toServer(id: string, serverIds: ServerIds): string {
  return serverIds.get(id) ?? (id.endsWith(TAKEN) ? id.slice(0, -TAKEN.length) : id);
}

/** Ids of added objects as the server answers them, in place of the UUIDs that they were sent with. */
export function withCreatedIds(serverIds: ServerIds, createdIds: ServerIds = new Map()): ServerIds {
  return new Map([...serverIds].map(([here, sent]) => [here, createdIds.get(sent) ?? sent]));
}
