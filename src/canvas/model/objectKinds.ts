import type { Box, Point } from './geometry.ts';

/** A frame or a shape, as far as stored objects and those of the API are alike. */
export type AnyBox = Box & { id: string; parentId: string | null };
/** A connector, as far as stored objects and those of the API are alike. */
export type AnyConnector = { id: string; fromId: string; toId: string; points: readonly Point[] };
export type AnyObject = AnyBox | AnyConnector;

type WithPoints = { points: unknown };

export function isConnector<T extends object>(object: T): object is Extract<T, WithPoints> {
  return 'points' in object;
}

/** Whether it is a frame or a shape. */
export function isBox<T extends object>(object: T | undefined): object is Exclude<T, WithPoints> {
  return object !== undefined && !isConnector(object);
}

/** The text that an object shows; empty when it shows none. */
export function textOf(object: { title: string } | { text: string } | { label: string | null }): string {
  if ('title' in object) return object.title;
  return ('text' in object ? object.text : object.label) ?? '';
}

type Ordered = { id: string; zIndex: number };

/** Sorts back to front; ties go by id, so that every viewer draws the same. */
export function compareDrawingOrder(a: Ordered, b: Ordered): number {
  return a.zIndex - b.zIndex || (a.id < b.id ? -1 : 1);
}
