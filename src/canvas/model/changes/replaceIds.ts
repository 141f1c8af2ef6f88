import type { CanvasObject } from '../object.ts';
import { type AnyObject, isConnector } from '../objectKinds.ts';
import type { ChangeSet } from './changeSet.ts';

/**
 * The objects under new ids; references among them follow, references to other objects stay. The ids have the order of
 * the objects, since objects with the same zIndex are drawn in the order of their ids.
 */
export function replaceIds<T extends AnyObject>(objects: readonly T[], newId: () => string): T[] {
  const newIds = objects.map(() => newId()).sort();
  const ids = new Map(objects.map(({ id }, index) => [id, newIds[index] ?? id]));
  return objects.map((object) => withIds(object, (id) => ids.get(id) ?? id));
}

/** The change set with other ids for the objects that it adds; updated objects follow where they refer to these. */
export function replaceAddedIds(changes: ChangeSet, idOf: (id: string) => string): ChangeSet {
  const replace = idReplacer(changes.added, idOf);
  return {
    added: changes.added.map(replace),
    updated: changes.updated.map(({ before, after }) => ({ before, after: replace(after) })),
    deleted: changes.deleted,
  };
}

function idReplacer(objects: readonly CanvasObject[], idOf: (id: string) => string) {
  const ids = new Map(objects.map(({ id }) => [id, idOf(id)]));
  return (object: CanvasObject) => withIds(object, (id) => ids.get(id) ?? id);
}

/** The object with its own id and all that it refers to replaced. */
export function withIds<T extends AnyObject>(object: T, idOf: (id: string) => string): T {
  const id = idOf(object.id);
  if (isConnector(object)) return { ...object, id, fromId: idOf(object.fromId), toId: idOf(object.toId) };
  const { parentId } = object as Extract<AnyObject, { parentId: unknown }>;
  return { ...object, id, parentId: parentId && idOf(parentId) };
}
