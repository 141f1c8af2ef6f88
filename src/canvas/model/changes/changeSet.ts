import { dequal } from 'dequal';
import { isSameBox } from '../geometry.ts';
import type { CanvasObject } from '../object.ts';
import { type AnyObject, isBox, isConnector } from '../objectKinds.ts';

/**
 * Added, updated and deleted objects, with their states before: so the change can be rebased, shown and reverted.
 * `T` is an object as it is stored, or as the API gives it.
 */
export type ChangeSet<T = CanvasObject> = {
  added: T[];
  updated: { before: T; after: T }[];
  deleted: T[];
};

export const emptyChangeSet: ChangeSet<never> = { added: [], updated: [], deleted: [] };

export function isEmpty({ added, updated, deleted }: ChangeSet<unknown>): boolean {
  return added.length + updated.length + deleted.length === 0;
}

/** The change set that reverts another one. */
export function invertChanges<T>({ added, updated, deleted }: ChangeSet<T>): ChangeSet<T> {
  return {
    added: deleted,
    updated: updated.map(({ before, after }) => ({ before: after, after: before })),
    deleted: added,
  };
}

/** The change set that leads from one state of a canvas to another. */
export function diffObjects<T extends { id: string }>(from: readonly T[], to: readonly T[]): ChangeSet<T> {
  const [before, after] = [byId(from), byId(to)];
  return {
    added: to.filter(({ id }) => !before.has(id)),
    updated: to.flatMap((object) => {
      const old = before.get(object.id);
      return old === undefined || dequal(old, object) ? [] : [{ before: old, after: object }];
    }),
    deleted: from.filter(({ id }) => !after.has(id)),
  };
}

/**
 * The canvas with a change set, also if it has changed since: of an object that is there, the properties that the
 * change set changes; nothing of one that is not there. A connector goes with either of its ends.
 */
export function applyChanges<T extends AnyObject>(
  objects: readonly T[],
  changes: ChangeSet<T>,
): readonly T[] {
  if (isEmpty(changes)) return objects;
  const present = byId(objects);
  const deleted = byId(changes.deleted);
  const updates = new Map(changes.updated.map((update) => [update.after.id, update]));
  const kept = objects.flatMap((object) => {
    if (deleted.has(object.id)) return [];
    const update = updates.get(object.id);
    return [update === undefined ? object : withChangedProperties(object, update)];
  });
  return withoutLooseEnds([...kept, ...changes.added.filter(({ id }) => !present.has(id))]);
}

function withChangedProperties<T extends AnyObject>(
  object: T,
  { before, after }: { before: T; after: T },
): T {
  const changed = new Set(changedProperties(before, after));
  const kept = Object.entries(object).filter(([property]) => !changed.has(property));
  const taken = Object.entries(after).filter(([property]) => changed.has(property));
  return Object.fromEntries([...kept, ...taken]) as T;
}

/** Names of the properties in which two states of an object differ. */
export function changedProperties(before: object, after: object): string[] {
  const [old, now] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  return [...new Set([...old.keys(), ...now.keys()])].filter(
    (property) => !dequal(old.get(property), now.get(property)),
  );
}

/** The objects without connectors that lack an end. */
export function withoutLooseEnds<T extends AnyObject>(objects: readonly T[]): readonly T[] {
  const present = byId(objects);
  const isWhole = (object: AnyObject) =>
    !isConnector(object) || (present.has(object.fromId) && present.has(object.toId));
  return objects.every(isWhole) ? objects : objects.filter(isWhole);
}

/** Ids of the boxes that a change set moves or resizes. */
export function movedBoxIds({ updated }: ChangeSet<AnyObject>): string[] {
  return updated.flatMap(({ before, after }) =>
    isBox(before) && isBox(after) && !isSameBox(before, after) ? [after.id] : [],
  );
}

export function byId<T extends { id: string }>(objects: readonly T[]): Map<string, T> {
  return new Map(objects.map((object) => [object.id, object]));
}
