import { dequal } from 'dequal';
import { z } from 'zod';
import { type CanvasObject, canvasObject } from './object.ts';

/** Objects that a canvas holds at most; `canvas_version_most_objects` says the same in the database. */
export const maxObjectsPerCanvas = 2_000;

/**
 * A change of a canvas, wanted or done: every object that comes, changes or goes, with how it was before. So it
 * can be fitted to a canvas that has changed meanwhile, shown, and taken back.
 */
export const changeSet = z.object({
  added: z.array(canvasObject),
  updated: z.array(z.object({ before: canvasObject, after: canvasObject })),
  deleted: z.array(canvasObject),
});
export type ChangeSet = z.infer<typeof changeSet>;

/** A diff as it is kept with its version, with the jobs that had made the deleted objects. */
export const storedChangeSet = changeSet.extend({ creators: z.record(z.uuid(), z.uuid()).default({}) });
export type StoredChangeSet = z.infer<typeof storedChangeSet>;

export const emptyChangeSet: ChangeSet = { added: [], updated: [], deleted: [] };

/** The change that takes another one back. */
export function invertChanges({ added, updated, deleted }: ChangeSet): ChangeSet {
  return {
    added: deleted,
    updated: updated.map(({ before, after }) => ({ before: after, after: before })),
    deleted: added,
  };
}

/** The change that leads from one state of a canvas to another. */
export function diffObjects(from: readonly CanvasObject[], to: readonly CanvasObject[]): ChangeSet {
  const [before, after] = [byId(from), byId(to)];
  return {
    added: to.filter(({ id }) => !before.has(id)),
    updated: to.flatMap((object) => {
      const old = before.get(object.id);
      return old === undefined || isSame(old, object) ? [] : [{ before: old, after: object }];
    }),
    deleted: from.filter(({ id }) => !after.has(id)),
  };
}

/** Whether the change changes nothing. */
export function isEmpty({ added, updated, deleted }: ChangeSet): boolean {
  return added.length + updated.length + deleted.length === 0;
}

/** Whether two objects are the same in everything. */
export function isSame(one: unknown, other: unknown): boolean {
  return dequal(one, other);
}

export const byId = (objects: readonly CanvasObject[]): Map<string, CanvasObject> =>
  new Map(objects.map((object) => [object.id, object]));
