import type { ChangeSet } from './changeSet.ts';
import type { CanvasObject } from './object.ts';

/**
 * The same objects under other ids, with the references among them following. References to objects that are
 * not among them stay.
 */
export function replaceIds(objects: readonly CanvasObject[], idOf: (id: string) => string): CanvasObject[] {
  return objects.map(renamer(objects, idOf));
}

/** The same change with other ids for what it adds; what it changes follows where it refers to that. */
export function replaceAddedIds(changes: ChangeSet, idOf: (id: string) => string): ChangeSet {
  const rename = renamer(changes.added, idOf);
  return {
    added: changes.added.map(rename),
    updated: changes.updated.map(({ before, after }) => ({ before, after: rename(after) })),
    deleted: changes.deleted,
  };
}

function renamer(objects: readonly CanvasObject[], idOf: (id: string) => string) {
  const ids = new Map(objects.map(({ id }) => [id, idOf(id)]));
  const renamed = (id: string) => ids.get(id) ?? id;
  return (object: CanvasObject): CanvasObject => {
    const id = renamed(object.id);
    if (object.kind === 'CONNECTOR')
      return { ...object, id, fromId: renamed(object.fromId), toId: renamed(object.toId) };
    return { ...object, id, parentId: object.parentId === null ? null : renamed(object.parentId) };
  };
}
