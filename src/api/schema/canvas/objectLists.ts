import type { GraphQLResolveInfo } from 'graphql';
import type { CanvasObject } from '../../../canvas/model/object.ts';
import { inSlices } from '../../../slices.ts';
import { type ItemSize, sizeOfItem } from '../../graphql/answerSize.ts';
import type { Context } from '../../graphql/context.ts';
import { badInput } from '../../graphql/requestErrors.ts';
import { type PlacedObject, typeNames } from './placedObject.ts';

/**
 * A list of objects as a field's value. It counts towards the answer's size before any of it is resolved, and is
 * resolved in slices.
 * @throws GraphQLError LIMIT_EXCEEDED: the answer is too large with it.
 */
export function objectList<T extends PlacedObject>(
  objects: readonly T[],
  { answer }: Pick<Context, 'answer'>,
  info: GraphQLResolveInfo,
): AsyncGenerator<T> {
  answer.add(sizeOf(objects, info));
  return inSlices(objects, () => answer.check());
}

/** The same for a list of changes of objects. */
export function updateList<T extends { after: PlacedObject }>(
  updates: readonly T[],
  { answer }: Pick<Context, 'answer'>,
  info: GraphQLResolveInfo,
): AsyncGenerator<T> {
  const size = sizeOfItem(info, 'UpdatedCanvasObject');
  answer.add(updates.reduce((sum, { after }) => sum + valuesOf(after.object, size), 0));
  return inSlices(updates, () => answer.check());
}

/** The argument that bounds a list of objects. */
export const first = {
  required: false,
  description: 'Only the first so many in drawing order, for thumbnails. Default: all.',
} as const;

/**
 * The first of a list, or all of it.
 * @throws GraphQLError BAD_USER_INPUT: `first` is negative.
 */
export function firstOf<T>(items: readonly T[], first: number | null | undefined): readonly T[] {
  if (first === null || first === undefined) return items;
  if (first >= 0) return items.slice(0, first);
  throw badInput(`\`first\` is ${first}, but it cannot be below 0.`);
}

function sizeOf(objects: readonly PlacedObject[], info: GraphQLResolveInfo): number {
  const sizes = new Map<CanvasObject['kind'], ItemSize>();
  return objects.reduce((sum, { object }) => {
    const size = sizes.get(object.kind) ?? sizeOfItem(info, typeNames[object.kind]);
    sizes.set(object.kind, size);
    return sum + valuesOf(object, size);
  }, 0);
}

/** The only list in an object whose items have fields of their own are the points of a connector. */
const valuesOf = (object: CanvasObject, { values, perInnerItem }: ItemSize): number =>
  values + (object.kind === 'CONNECTOR' ? perInnerItem * object.points.length : 0);
