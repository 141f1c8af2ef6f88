import { dequal } from 'dequal';
import type { CanvasObject } from '../object.ts';

/** Groups of properties that can be changed independently of one another. */
export type Aspect = 'place' | 'path' | 'text' | 'style' | 'color' | 'frame' | 'ends' | 'order' | 'lock';

/** Properties that only make sense together belong to one aspect. */
const properties: Record<Exclude<keyof AnyObject, 'id' | 'kind'>, Aspect> = {
  x: 'place',
  y: 'place',
  width: 'place',
  height: 'place',
  points: 'path',
  title: 'text',
  text: 'text',
  lines: 'text',
  fontSize: 'text',
  label: 'text',
  labelAt: 'text',
  shape: 'style',
  style: 'style',
  arrowhead: 'style',
  startArrowhead: 'style',
  color: 'color',
  parentId: 'frame',
  fromId: 'ends',
  toId: 'ends',
  zIndex: 'order',
  locked: 'lock',
};

/** Every property that any kind of object has. */
type AnyObject = { [Key in KeysOf<CanvasObject>]?: unknown };
type KeysOf<T> = T extends unknown ? keyof T : never;

/** The aspects in which two states of an object differ. */
export function changedAspects(before: CanvasObject, after: CanvasObject): Set<Aspect> {
  const [one, other]: AnyObject[] = [before, after];
  const changed = new Set<Aspect>();
  for (const [property, aspect] of aspectEntries) {
    if (!dequal(one?.[property], other?.[property])) changed.add(aspect);
  }
  return changed;
}

/** An object with some of its aspects taken from another state of it. */
export function withAspects<T extends CanvasObject>(
  object: T,
  from: CanvasObject,
  aspects: ReadonlySet<Aspect>,
): T {
  const taken = aspectEntries.filter(([, aspect]) => aspects.has(aspect)).map(([property]) => property);
  const kept = Object.entries(object).filter(([property]) => !taken.some((name) => name === property));
  const source: AnyObject = from;
  const changed = taken.flatMap((property) =>
    source[property] === undefined ? [] : [[property, source[property]] as const],
  );
  // Both states are of the same kind, and so is the result.
  return Object.fromEntries([...kept, ...changed]) as T;
}

const aspectEntries = Object.entries(properties) as [keyof typeof properties, Aspect][];
