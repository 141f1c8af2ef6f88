import type { CanvasObjectFieldsFragment } from '../generated/graphql.ts';

/** An object of a canvas as the API gives it: absolute geometry in pixels, y growing downwards. */
export type CanvasObject = CanvasObjectFieldsFragment;
export type Frame = Extract<CanvasObject, { __typename: 'Frame' }>;
export type Shape = Extract<CanvasObject, { __typename: 'Shape' }>;
export type BoxObject = Frame | Shape;
export type Connector = Extract<CanvasObject, { __typename: 'Connector' }>;

/** Back to front; ties go by id, so that every viewer draws the same. */
export function inDrawingOrder<T extends { id: string; zIndex: number }>(objects: Iterable<T>): T[] {
  return [...objects].sort((a, b) => a.zIndex - b.zIndex || (a.id < b.id ? -1 : 1));
}

/** The words that an object shows; empty when it shows none. */
export function nameOf(object: CanvasObject): string {
  switch (object.__typename) {
    case 'Frame':
      return object.title;
    case 'Shape':
      return object.text;
    case 'Connector':
      return object.label ?? '';
  }
}
