import { byId, type ChangeSet } from '../model/changeSet.ts';
import { middleOf, type Point } from '../model/geometry.ts';
import type { CanvasObject } from '../model/object.ts';
import { wrapInShape } from '../text/sizing.ts';
import type { Edit, NewObject, ObjectPatch } from './edit.ts';

/** The change set of an edit, and the ids of objects that it updates and that don't exist any more. */
export type EditChanges = { changes: ChangeSet; gone: string[] };

/**
 * Turns an edit into a change set relative to the version that the editor showed. `findMismatches` has checked it.
 * @param shown The objects that the editor showed: conflicts are found relative to these.
 * @param now The current objects, for those that were added since.
 */
export function applyEdit(
  edit: Edit,
  shown: readonly CanvasObject[],
  now: readonly CanvasObject[],
): EditChanges {
  const known = new Map([...byId(now), ...byId(shown)]);
  const front = now.reduce((highest, { zIndex }) => Math.max(highest, zIndex), -1) + 1;
  const added = edit.add.map((object, index) => newObject(object, front + index));
  const updated = edit.update.flatMap((patch) => {
    const before = known.get(patch.id);
    return before === undefined ? [] : [{ before, after: patched(before, patch) }];
  });
  return {
    changes: { added, updated, deleted: edit.delete.flatMap((id) => known.get(id) ?? []) },
    gone: edit.update.flatMap(({ id }) => (known.has(id) ? [] : [id])),
  };
}

function newObject({ zIndex, locked, ...object }: NewObject, front: number): CanvasObject {
  const common = { zIndex: zIndex ?? front, ...(locked ? { locked } : {}) };
  if (object.kind === 'FRAME') return { ...object, ...common };
  if (object.kind === 'SHAPE') {
    const lines = object.lines ?? wrapInShape(object);
    return { ...object, ...common, lines };
  }
  const label = object.label || null;
  return { ...object, ...common, label, labelAt: labelPlace(label, object.labelAt, object.points) };
}

/** Properties that the object does not have were rejected before. */
function patched(object: CanvasObject, { id: _, locked, text, ...patch }: ObjectPatch): CanvasObject {
  const { locked: wasLocked, ...rest } = object;
  const lock = (locked ?? wasLocked) ? { locked: true as const } : {};
  if (rest.kind === 'FRAME') return { ...rest, ...defined(patch), title: text ?? rest.title, ...lock };
  if (rest.kind === 'SHAPE') {
    const shape = { ...rest, ...defined(patch), text: text ?? rest.text, ...lock };
    const isRewrapped = text !== undefined || shape.width !== rest.width || shape.fontSize !== rest.fontSize;
    if (patch.lines !== undefined || !isRewrapped) return shape;
    return { ...shape, lines: wrapInShape(shape) };
  }
  const label = (text ?? rest.label) || null;
  const connector = { ...rest, ...defined(patch), label, ...lock };
  return { ...connector, labelAt: labelPlace(label, connector.labelAt, connector.points) };
}

/** The properties that a patch sets. */
function defined<T extends object>(patch: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]?: Exclude<T[Key], undefined>;
  };
}

function labelPlace(label: string | null, at: Point | null, points: readonly Point[]): Point | null {
  return label === null ? null : (at ?? middleOf(points));
}
