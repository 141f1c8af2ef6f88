import type { CanvasObject } from '../canvas/object.ts';

/** Properties of an object that an edit can change. Its kind and id stay. */
type Editable<T> = Omit<T, '__typename' | 'id' | 'zIndex'>;
export type Patch = Partial<
  Editable<Extract<CanvasObject, { __typename: 'Frame' }>> &
    Editable<Extract<CanvasObject, { __typename: 'Shape' }>> &
    Editable<Extract<CanvasObject, { __typename: 'Connector' }>>
>;

/** What a person has done to a canvas, object by object. */
export type Changes = {
  added: readonly CanvasObject[];
  updated: ReadonlyMap<string, Patch>;
  deleted: ReadonlySet<string>;
};

export const NO_CHANGES: Changes = { added: [], updated: new Map(), deleted: new Set() };

export function isEmpty({ added, updated, deleted }: Changes): boolean {
  return added.length + updated.size + deleted.size === 0;
}

const BOX = ['x', 'y', 'width', 'height', 'parentId', 'color', 'locked'] as const;
const EDITABLE = {
  Frame: [...BOX, 'title'],
  Shape: [...BOX, 'shape', 'text', 'lines', 'fontSize'],
  Connector: ['fromId', 'toId', 'points', 'label', 'labelAt', 'style', 'color', 'arrowhead', 'locked'],
} as const satisfies { [Kind in CanvasObject['__typename']]: readonly (keyof Patch)[] };

/** What leads from one state of a canvas to another. */
export function changesBetween(before: readonly CanvasObject[], after: readonly CanvasObject[]): Changes {
  const old = new Map(before.map((object) => [object.id, object]));
  const kept = new Set(after.map(({ id }) => id));
  const updated = new Map<string, Patch>();
  for (const object of after) {
    const former = old.get(object.id);
    const patch = former && patchBetween(former, object);
    if (patch) updated.set(object.id, patch);
  }
  return {
    added: after.filter(({ id }) => !old.has(id)),
    updated,
    deleted: new Set(before.flatMap(({ id }) => (kept.has(id) ? [] : [id]))),
  };
}

function patchBetween(before: CanvasObject, after: CanvasObject): Patch | null {
  const [one, other]: [Patch, Patch] = [before, after];
  const changed = EDITABLE[after.__typename].filter((property) => !isSame(one[property], other[property]));
  if (changed.length === 0) return null;
  return Object.fromEntries(changed.map((property) => [property, other[property]]));
}

/** Values here are plain data, and always written in the same order. */
function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** A canvas with the changes, also if it has changed meanwhile: what is not there is not changed. */
export function withChanges(objects: readonly CanvasObject[], changes: Changes): readonly CanvasObject[] {
  if (isEmpty(changes)) return objects;
  const { added, updated, deleted } = changes;
  const present = new Set(objects.map(({ id }) => id));
  const changed = objects.flatMap((object) => {
    if (deleted.has(object.id)) return [];
    const patch = updated.get(object.id);
    return [patch ? ({ ...object, ...patch } as CanvasObject) : object];
  });
  return withoutLooseEnds([...changed, ...added.filter(({ id }) => !present.has(id))]);
}

/** A connector goes with either of its ends. */
export function withoutLooseEnds(objects: readonly CanvasObject[]): readonly CanvasObject[] {
  const present = new Set(objects.map(({ id }) => id));
  const isWhole = (object: CanvasObject) =>
    object.__typename !== 'Connector' || (present.has(object.fromId) && present.has(object.toId));
  return objects.every(isWhole) ? objects : objects.filter(isWhole);
}

const PLACE = ['x', 'y', 'width', 'height'] as const;

/** The objects that the changes move or resize. */
export function movedBy({ updated }: Changes): string[] {
  return [...updated].flatMap(([id, patch]) => (PLACE.some((property) => property in patch) ? [id] : []));
}
