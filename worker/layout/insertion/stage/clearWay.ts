import { type Box, inflate, overlaps } from '../../../../src/canvas/model/geometry.ts';
import type { BoxObject } from '../../../../src/canvas/model/object.ts';
import { GAP } from '../../scene/block.ts';
import { type Axis, extentOn } from '../../scene/line.ts';
import type { Stage } from './stage.ts';

/** Least distance in pixels that is kept between what has moved and what stands in its way. */
const LEAST_GAP = 24;

/** A way along an axis: 1 to the right or down, -1 to the left or up. */
export type Heading = { axis: Axis; sign: 1 | -1 };

/** A place that is taken now, and what was there before: null for something new. */
export type Taken = { before: Box | null; now: Box };

/**
 * Moves what stands in the way, each group of boxes as one, no farther than it must.
 * @param mayShift Whether a box may be moved.
 * @returns False, with nothing moved, if something in the way may not be moved.
 */
export function clearWay(
  stage: Stage,
  taken: readonly Taken[],
  groups: readonly (readonly BoxObject[])[],
  { axis, sign, mayShift }: Heading & { mayShift: (id: string) => boolean },
): boolean {
  const places = [...taken];
  const waiting = new Set(groups);
  const moves = new Map<readonly BoxObject[], number>();
  for (;;) {
    const next = [...waiting]
      .map((group) => ({ group, by: distanceFor(group, places, { axis, sign }) }))
      .find(({ by }) => by > 0);
    if (next === undefined) break;
    const { group, by } = next;
    if (group.some(({ id }) => [...stage.subtree(id)].some((inner) => !mayShift(inner)))) return false;
    waiting.delete(group);
    moves.set(group, by);
    places.push(...group.map((box) => ({ before: box, now: { ...box, [axis]: box[axis] + sign * by } })));
  }
  for (const [group, by] of moves) {
    for (const box of group) {
      stage.move(box.id, { x: box.x, y: box.y, [axis]: box[axis] + sign * by });
      stage.shifted.add(box.id);
    }
  }
  return true;
}

/** How far a group has to move to be clear of places that are taken now, and were not before. */
function distanceFor(group: readonly BoxObject[], places: readonly Taken[], { axis, sign }: Heading): number {
  const distances = group.flatMap((box) =>
    places.flatMap(({ before, now }) => {
      const isInTheWay = [0, LEAST_GAP].some(
        (gap) =>
          overlaps(inflate(now, gap), box) && (before === null || !overlaps(inflate(before, gap), box)),
      );
      if (!isInTheWay) return [];
      const end = (one: Box) => one[axis] + one[extentOn[axis]];
      return [GAP + (sign > 0 ? end(now) - box[axis] : end(box) - now[axis])];
    }),
  );
  return Math.max(0, ...distances);
}
