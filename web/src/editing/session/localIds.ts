import { withIds } from '../../../../src/canvas/model/changes/replaceIds.ts';
import type { CanvasObject } from '../../scene/object.ts';

/**
 * The server's ids of objects, by their local ids, where these differ. An object that was added on this page keeps the
 * id that the editor gave it, because the editor's selection and an unfinished gesture refer to it.
 */
export type ServerIds = ReadonlyMap<string, string>;

/** Suffix of the local id of an object whose own id is a local id of another one. */
const TAKEN = '~';

/** The server's objects with local ids. */
export function toLocal<T extends CanvasObject>(objects: readonly T[], serverIds: ServerIds): readonly T[] {
  if (serverIds.size === 0) return objects;
  const rename = localIdsOf(serverIds);
  return objects.map((object) => withIds(object, rename));
}

/** Gives the local id for an id of the server. */
export function localIdsOf(serverIds: ServerIds): (id: string) => string {
  const localIds = new Map([...serverIds].map(([local, server]) => [server, local]));
  return (id) => localIds.get(id) ?? (serverIds.has(id) ? `${id}${TAKEN}` : id);
}

/** The server's id of an object; for an object that is not saved yet, the UUID that is sent. */
export function toServer(id: string, serverIds: ServerIds): string {
  return serverIds.get(id) ?? (id.endsWith(TAKEN) ? id.slice(0, -TAKEN.length) : id);
}

/** Replaces the UUIDs that were sent by the ids that the server gave the added objects. */
export function withCreatedIds(serverIds: ServerIds, createdIds: ServerIds = new Map()): ServerIds {
  return new Map([...serverIds].map(([local, sent]) => [local, createdIds.get(sent) ?? sent]));
}

/** The server's ids of selected objects, without those that it does not hold yet. */
export function toSavedIds(
  selected: readonly string[],
  serverIds: ServerIds,
  saved: readonly Pick<CanvasObject, 'id'>[],
): string[] {
  const known = new Set(saved.map(({ id }) => id));
  return selected.map((id) => toServer(id, serverIds)).filter((id) => known.has(id));
}
