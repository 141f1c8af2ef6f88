import { inSlices } from '../../slices.ts';
import { byId, type ChangeSet } from '../model/changes/changeSet.ts';
import { middleOf, type Point } from '../model/geometry.ts';
import type { CanvasObject, Connector, Shape } from '../model/object.ts';
import { isBox } from '../model/objectKinds.ts';
import { maxRoutedConnectors, routeAround } from '../model/routes/routeAround.ts';
import { fitShape } from '../text/sizing.ts';
import type { Edit, NewObject, ObjectPatch } from './edit.ts';

/** The change set of an edit, and the ids of objects that it updates and that don't exist any more. */
export type EditChanges = { changes: ChangeSet; gone: string[] };

/**
 * Turns an edit into a change set relative to the version that the editor showed. `findMismatches` has checked it.
 * Computes the sizes, lines and paths that the edit leaves open.
 * @param shown The objects that the editor showed: conflicts are found relative to these.
 * @param now The current objects, for those that were added since.
 */
export async function applyEdit(
  edit: Edit,
  shown: readonly CanvasObject[],
  now: readonly CanvasObject[],
): Promise<EditChanges> {
  const known = new Map([...byId(now), ...byId(shown)]);
  const front = now.reduce((highest, { zIndex }) => Math.max(highest, zIndex), -1) + 1;
  const added = await mapInSlices(edit.add, (object, index) => newObject(object, front + index));
  const patches = edit.update.flatMap((patch) => {
    const before = known.get(patch.id);
    return before === undefined ? [] : [{ before, patch }];
  });
  const updated = await mapInSlices(patches, ({ before, patch }) => ({
    before,
    after: patched(before, patch),
  }));
  const places = new Map([...byId(shown), ...byId(now)]);
  for (const object of [...updated.map(({ after }) => after), ...added]) {
    if (object.kind !== 'CONNECTOR') places.set(object.id, object);
  }
  const unrouted = [...added, ...updated.map(({ after }) => after)].filter(isUnrouted).length;
  const obstacles = unrouted > maxRoutedConnectors ? [] : [...places.values()];
  const complete = (object: Unfinished) => withPath(object, places, obstacles);
  return {
    changes: {
      added: added.map(complete),
      updated: updated.map(({ before, after }) => ({ before, after: complete(after) })),
      deleted: edit.delete.flatMap((id) => known.get(id) ?? []),
    },
    gone: edit.update.flatMap(({ id }) => (known.has(id) ? [] : [id])),
  };
}

/** Yields to other requests in between: measuring the texts of a large edit takes a second or more. */
async function mapInSlices<T, R>(items: readonly T[], map: (item: T, index: number) => R): Promise<R[]> {
  const results: R[] = [];
  for await (const item of inSlices(items, () => undefined)) results.push(map(item, results.length));
  return results;
}

/** A connector whose path is still to be computed. */
type Unrouted = Omit<Connector, 'points'> & { points: Point[] | null };
type Unfinished = Exclude<CanvasObject, Connector> | Unrouted;

function newObject({ zIndex, locked, ...object }: NewObject, front: number): Unfinished {
  const common = { zIndex: zIndex ?? front, ...mark('locked', locked) };
  if (object.kind === 'SHAPE') return { ...object, ...common, ...fitShape(object) };
  if (object.kind === 'FRAME') return { ...object, ...common };
  const { startArrowhead, ...connector } = object;
  return { ...connector, ...common, ...mark('startArrowhead', startArrowhead) };
}

/** A property that an object has only while it is true. */
const mark = <Name extends string>(name: Name, value: boolean | undefined): { [Key in Name]?: true } =>
  value ? ({ [name]: true } as { [Key in Name]: true }) : {};

/** Properties that the object does not have were rejected before. */
function patched(
  object: CanvasObject,
  { id: _, locked, startArrowhead, text, ...patch }: ObjectPatch,
): Unfinished {
  const { locked: wasLocked, ...rest } = object;
  const lock = mark('locked', locked ?? wasLocked);
  if (rest.kind === 'SHAPE') return { ...patchedShape(rest, text, patch), ...lock };
  const { width, height, points, ...common } = defined(patch);
  if (rest.kind === 'FRAME') {
    const size = { width: width ?? rest.width, height: height ?? rest.height };
    return { ...rest, ...common, ...size, title: text ?? rest.title, ...lock };
  }
  const hasOtherEnds =
    (patch.fromId ?? rest.fromId) !== rest.fromId || (patch.toId ?? rest.toId) !== rest.toId;
  const path = points === undefined && !hasOtherEnds ? rest.points : (points ?? null);
  const { startArrowhead: hadStart, ...connector } = rest;
  const start = mark('startArrowhead', startArrowhead ?? hadStart);
  return { ...connector, ...common, points: path, label: text ?? rest.label, ...start, ...lock };
}

function patchedShape(
  before: Shape,
  text: string | undefined,
  patch: Omit<ObjectPatch, 'id' | 'locked' | 'startArrowhead' | 'text'>,
): Shape {
  const shape = { ...before, ...defined(patch), text: text ?? before.text };
  const isWrapped = text === undefined && shape.width === before.width && shape.fontSize === before.fontSize;
  return { ...shape, ...fitShape({ ...shape, lines: patch.lines ?? (isWrapped ? shape.lines : null) }) };
}

/** The properties that a patch sets. */
function defined<T extends object>(patch: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]?: Exclude<T[Key], undefined>;
  };
}

const isUnrouted = (object: Unfinished): boolean => object.kind === 'CONNECTOR' && object.points === null;

/** Completes a connector: its path around obstacles, and the place of its label. */
function withPath(
  object: Unfinished,
  places: ReadonlyMap<string, CanvasObject>,
  obstacles: readonly CanvasObject[],
): CanvasObject {
  if (object.kind !== 'CONNECTOR') return object;
  const points = object.points ?? computedPath(object, places, obstacles);
  const label = object.label || null;
  return { ...object, points, label, labelAt: label === null ? null : (object.labelAt ?? middleOf(points)) };
}

/** Without both ends there is no path: the connector becomes a conflict, and is not saved. */
function computedPath(
  { fromId, toId }: Unrouted,
  places: ReadonlyMap<string, CanvasObject>,
  obstacles: readonly CanvasObject[],
): Point[] {
  const [from, to] = [places.get(fromId), places.get(toId)];
  return isBox(from) && isBox(to) ? routeAround(from, to, obstacles) : [];
}
