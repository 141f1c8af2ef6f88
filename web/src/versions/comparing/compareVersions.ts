import {
  changedProperties,
  diffObjects,
  movedBoxIds,
} from '../../../../src/canvas/model/changes/changeSet.ts';
import type { CanvasObject, Changes } from '../../scene/object.ts';

/** What is different between an earlier version and the latest one. */
export type Comparison = {
  /** The objects of both: the latest ones, and those that were deleted since. */
  objects: readonly CanvasObject[];
  /** Since the earlier version; without connectors that only follow what they join. */
  changes: Changes;
  /** Ids of the objects that were deleted since. */
  deleted: ReadonlySet<string>;
};

export function compareVersions(
  earlier: readonly CanvasObject[],
  latest: readonly CanvasObject[],
): Comparison {
  const { added, updated, deleted } = diffObjects(earlier, latest);
  const moved = new Set(movedBoxIds({ added, updated, deleted }));
  const isOwn = ({ before, after }: Changes['updated'][number]) =>
    after.__typename !== 'Connector' ||
    !(moved.has(after.fromId) || moved.has(after.toId)) ||
    changedProperties(before, after).some((name) => name !== 'points' && name !== 'labelAt');
  return {
    objects: [...latest, ...deleted],
    changes: { added, updated: updated.filter(isOwn), deleted },
    deleted: new Set(deleted.map(({ id }) => id)),
  };
}

/** A part of an object in which two versions differ, as a key of the catalogue. */
export type ChangedPart =
  | 'text'
  | 'place'
  | 'size'
  | 'color'
  | 'look'
  | 'section'
  | 'ends'
  | 'path'
  | 'lock'
  | 'order';

const parts: Record<string, ChangedPart> = {
  ...{ text: 'text', title: 'text', label: 'text' },
  ...{ x: 'place', y: 'place', width: 'size', height: 'size' },
  ...{
    color: 'color',
    shape: 'look',
    style: 'look',
    arrowhead: 'look',
    startArrowhead: 'look',
    fontSize: 'look',
  },
  ...{ parentId: 'section', fromId: 'ends', toId: 'ends', points: 'path', locked: 'lock', zIndex: 'order' },
};

/** What is different in an object, most important first. What follows from something else is left out. */
export function changedParts(before: CanvasObject, after: CanvasObject): ChangedPart[] {
  const changed = new Set(changedProperties(before, after).flatMap((name) => parts[name] ?? []));
  if (changed.has('ends')) changed.delete('path');
  return [...new Set(Object.values(parts))].filter((part) => changed.has(part));
}
