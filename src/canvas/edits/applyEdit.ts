import { byId, type ChangeSet } from '../model/changeSet.ts';
import { middleOf, type Point } from '../model/geometry.ts';
import type { CanvasObject } from '../model/object.ts';
import { wrapRoughly } from '../model/wrapRoughly.ts';
import type { Edit, NewObject, ObjectPatch } from './edit.ts';

/** The change that an edit wants, and the objects that it wants changed and that are on no canvas it can mean. */
export type WantedEdit = { changes: ChangeSet; gone: string[] };

/**
 * The change that an edit wants, in terms of the canvas that its editor showed. The edit fits them, see `findMismatches`.
 * @param shown The objects that the editor showed: by them conflicts with later changes are told.
 * @param now The objects that are there by now; what came after what was shown is taken from here.
 */
export function applyEdit(
  edit: Edit,
  shown: readonly CanvasObject[],
  now: readonly CanvasObject[],
): WantedEdit {
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
    const lines = object.lines ?? wrapRoughly(object.text, object.width, object.fontSize);
    return { ...object, ...common, lines };
  }
  const label = object.label || null;
  return { ...object, ...common, label, labelAt: labelPlace(label, object.labelAt, object.points) };
}

/** The object with what the patch says. What it says of properties that the object does not have is refused before. */
function patched(object: CanvasObject, { id: _, locked, text, ...patch }: ObjectPatch): CanvasObject {
  const { locked: wasLocked, ...rest } = object;
  const lock = (locked ?? wasLocked) ? { locked: true as const } : {};
  if (rest.kind === 'FRAME') return { ...rest, ...defined(patch), title: text ?? rest.title, ...lock };
  if (rest.kind === 'SHAPE') {
    const shape = { ...rest, ...defined(patch), text: text ?? rest.text, ...lock };
    const isRewrapped = text !== undefined || shape.width !== rest.width || shape.fontSize !== rest.fontSize;
    if (patch.lines !== undefined || !isRewrapped) return shape;
    return { ...shape, lines: wrapRoughly(shape.text, shape.width, shape.fontSize) };
  }
  const label = (text ?? rest.label) || null;
  const connector = { ...rest, ...defined(patch), label, ...lock };
  return { ...connector, labelAt: labelPlace(label, connector.labelAt, connector.points) };
}

/** What is undefined stays as it is. */
function defined<T extends object>(patch: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]?: Exclude<T[Key], undefined>;
  };
}

function labelPlace(label: string | null, at: Point | null, points: readonly Point[]): Point | null {
  return label === null ? null : (at ?? middleOf(points));
}
