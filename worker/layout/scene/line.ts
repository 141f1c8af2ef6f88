import type { Box } from '../../../src/canvas/model/geometry.ts';
import { GAP } from './block.ts';

export type Axis = 'x' | 'y';

export const extentOn = { x: 'width', y: 'height' } as const;

/** Largest gap in pixels that a new box of a line keeps from its neighbours. */
const WIDEST_GAP = 96;
/** Smallest gap in pixels that counts as the usual one of a line. */
const NARROWEST_GAP = 16;

/** The axis along which boxes follow one another: y for a column, x for a row; null when they do neither. */
export function axisOf(boxes: readonly Box[]): Axis | null {
  const isAlong = (axis: Axis) =>
    boxesAlong(boxes, axis).every((box, at, sorted) => {
      const before = sorted[at - 1];
      return before === undefined || endOf(before, axis) <= box[axis];
    });
  const axes = (['y', 'x'] as const).filter(isAlong);
  // A staircase is neither.
  return axes.length === 2 && boxes.length > 1 ? null : (axes[0] ?? null);
}

export function boxesAlong<T extends Box>(boxes: readonly T[], axis: Axis): T[] {
  return boxes.toSorted((a, b) => a[axis] - b[axis]);
}

export function endOf(box: Box, axis: Axis): number {
  return box[axis] + box[extentOn[axis]];
}

/** The smallest gap in a line, in pixels. */
export function usualGap(sorted: readonly Box[], axis: Axis): number {
  const gaps = sorted.flatMap((box, at) => {
    const before = sorted[at - 1];
    return before === undefined ? [] : [box[axis] - endOf(before, axis)];
  });
  const usual = gaps.filter((gap) => gap >= NARROWEST_GAP);
  return usual.length === 0 ? GAP : Math.min(...usual, WIDEST_GAP);
}

/**
 * Where the boxes of a line begin on its axis after it has changed. Those that have followed one another before keep
 * their gap.
 * @param before The line as it was, in its order.
 * @param sequence The line as it will be, in its order.
 */
export function startsAlong(
  before: readonly (Box & { id: string })[],
  sequence: readonly (Box & { id: string })[],
  { axis, start }: { axis: Axis; start: number },
): number[] {
  const places = new Map(before.map(({ id }, at) => [id, at]));
  const usual = usualGap(before, axis);
  let [next, last]: [number, number | undefined] = [start, undefined];
  return sequence.map((box, at) => {
    const place = places.get(box.id);
    const old = place === undefined ? undefined : before[place];
    const previous = place === undefined ? undefined : before[place - 1];
    const isSucceeding = at > 0 && previous !== undefined && place !== undefined && last === place - 1;
    const gap = isSucceeding && old !== undefined ? old[axis] - endOf(previous, axis) : usual;
    const from = at === 0 ? start : next + gap;
    next = from + box[extentOn[axis]];
    last = place;
    return from;
  });
}

/** Whether the boxes of a line stand as a layout puts them: with equal gaps, and level with one another. */
export function isRegular(sorted: readonly Box[], axis: Axis): boolean {
  const [first, second] = sorted;
  if (first === undefined || second === undefined) return true;
  const other = axis === 'x' ? 'y' : 'x';
  const gap = second[axis] - endOf(first, axis);
  return sorted.every((box, at) => {
    const before = sorted[at - 1];
    const isLevel =
      Math.abs(box[other] - first[other]) <= 1 ||
      Math.abs(middleOn(box, other) - middleOn(first, other)) <= 1;
    return isLevel && (before === undefined || Math.abs(box[axis] - endOf(before, axis) - gap) <= 1);
  });
}

const middleOn = (box: Box, axis: Axis): number => box[axis] + box[extentOn[axis]] / 2;
