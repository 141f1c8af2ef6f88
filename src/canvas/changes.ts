import type { CanvasObject } from './object.ts';

/** What is to be done to a canvas, in terms of its objects. */
export type CanvasChanges = {
  added: CanvasObject[];
  /** New states of objects that are on the canvas, by their ids. */
  updated: CanvasObject[];
  deleted: string[];
};

/** What was done to a canvas: enough to show it, and to take it back. */
export type CanvasDiff = {
  added: CanvasObject[];
  updated: { before: CanvasObject; after: CanvasObject }[];
  deleted: CanvasObject[];
};

/**
 * Applies changes to the objects that are really there by now: what has gone meanwhile is neither updated nor
 * deleted, a connector goes with either of its ends, and whatever was in a deleted frame stays without it.
 */
export function diffOf(current: readonly CanvasObject[], changes: CanvasChanges): CanvasDiff {
  const deletedIds = new Set(changes.deleted);
  const isGone = (object: CanvasObject) =>
    deletedIds.has(object.id) ||
    (object.kind === 'CONNECTOR' && (deletedIds.has(object.fromId) || deletedIds.has(object.toId)));
  const deleted = current.filter(isGone);
  const kept = current.filter((object) => !isGone(object));
  const keptIds = new Set(kept.map(({ id }) => id));
  const wanted = new Map(changes.updated.map((object) => [object.id, object]));
  const updated = kept.flatMap((before) => {
    const after = withoutLostParent(wanted.get(before.id) ?? before, keptIds);
    return after === before ? [] : [{ before, after }];
  });
  const present = new Set([...keptIds, ...changes.added.map(({ id }) => id)]);
  const added = changes.added.filter(
    (object) => object.kind !== 'CONNECTOR' || (present.has(object.fromId) && present.has(object.toId)),
  );
  return { added, updated, deleted };
}

function withoutLostParent(object: CanvasObject, present: ReadonlySet<string>): CanvasObject {
  if (object.kind === 'CONNECTOR' || object.parentId === null || present.has(object.parentId)) return object;
  return { ...object, parentId: null };
}
