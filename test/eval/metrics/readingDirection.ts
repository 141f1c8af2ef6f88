import { type Box, centreOf } from '../../../src/canvas/model/geometry.ts';
import { reachableFrom } from '../expectations/canvasView.ts';
import type { Picture } from './picture.ts';

/**
 * Counts arrows against the direction that most arrows take. Connectors within a cycle must go back somewhere, and so
 * must those from the end of a line to the start of the next.
 */
export function againstDirection({ boxes, lines: drawn, participants }: Picture): number {
  const endOf = (id: string) => participants?.get(id) ?? id;
  const lines = drawn.map((line) => ({ ...line, fromId: endOf(line.fromId), toId: endOf(line.toId) }));
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const next = new Map<string, string[]>();
  for (const { fromId, toId } of lines) next.set(fromId, [...(next.get(fromId) ?? []), toId]);
  const ways = lines.flatMap(({ fromId, toId, isArrow }) => {
    const [from, to] = [byId.get(fromId), byId.get(toId)];
    if (!isArrow || from === undefined || to === undefined || from === to) return [];
    const [a, b] = [centreOf(from), centreOf(to)];
    return [{ fromId, toId, from, to, x: b.x - a.x, y: b.y - a.y }];
  });
  const total = (axis: 'x' | 'y') => ways.reduce((sum, way) => sum + Math.sign(Math.round(way[axis])), 0);
  const axis = Math.abs(total('x')) >= Math.abs(total('y')) ? 'x' : 'y';
  const sign = total(axis) < 0 ? -1 : 1;
  const shapes = boxes.filter(({ isFrame }) => !isFrame);
  return ways.filter(
    (way) =>
      sign * way[axis] < -1 &&
      !reachableFrom(way.toId, next).has(way.fromId) &&
      !isLineBreak(way, ways, shapes, axis),
  ).length;
}

type Joined = { from: Box; to: Box };

/**
 * Whether a connector leads from one line to the next, as in a text: a straight line parts its ends, cuts no shape, and
 * nothing leads back over it; what is before and what is after it start at about the same place.
 */
function isLineBreak(
  { from, to }: Joined,
  all: readonly Joined[],
  shapes: readonly Box[],
  along: 'x' | 'y',
): boolean {
  const [across, size] = along === 'x' ? (['y', 'height'] as const) : (['x', 'width'] as const);
  const endOf = (box: Box) => box[across] + box[size];
  const startOf = (line: readonly Box[]) => Math.min(...line.map((box) => box[along]));
  const isBreak = (end: number): boolean => {
    const [before, after] = [
      shapes.filter((box) => endOf(box) <= end),
      shapes.filter((box) => box[across] >= end),
    ];
    return (
      before.length + after.length === shapes.length &&
      Math.abs(startOf(before) - startOf(after)) <= to.width &&
      all.every((way) => endOf(way.from) <= end || way.to[across] >= end)
    );
  };
  return shapes.some((box) => endOf(box) >= endOf(from) && endOf(box) <= to[across] && isBreak(endOf(box)));
}
