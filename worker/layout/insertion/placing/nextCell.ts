import type { Box, Size } from '../../../../src/canvas/model/geometry.ts';
import type { CanvasObject } from '../../../../src/canvas/model/object.ts';
import { isBox, isConnector } from '../../../../src/canvas/model/objectKinds.ts';
import { usualGap } from '../../scene/line.ts';

/**
 * The next cell of a grid of shapes that are in no frame and not connected: after the last one of the last row, or at the
 * start of a new row. Null if the shapes form no grid.
 */
export function nextCell(objects: readonly CanvasObject[], { width, height }: Size): Box | null {
  const joined = new Set(objects.filter(isConnector).flatMap(({ fromId, toId }) => [fromId, toId]));
  const loose = objects
    .filter(isBox)
    .filter(({ id, kind, parentId }) => kind === 'SHAPE' && parentId === null && !joined.has(id));
  const rows = rowsOf(loose);
  const [first, second] = rows;
  const last = rows.at(-1);
  if (first === undefined || last === undefined || loose.length < 3) return null;
  const columns = first.map(({ x }) => x);
  const isGrid = rows.every(
    (row) => row.length <= columns.length && row.every(({ x }, at) => x === columns[at]),
  );
  if (!isGrid) return null;
  const next = columns[last.length];
  const [top, corner] = [last[0]?.y ?? 0, first[0]];
  if (next !== undefined) return { x: next, y: top, width, height };
  if (corner === undefined) return null;
  const above = [corner, second?.[0]].filter((box) => box !== undefined);
  const bottom = Math.max(...last.map((box) => box.y + box.height));
  return { x: corner.x, y: bottom + usualGap(above, 'y'), width, height };
}

/** Boxes with the same top in rows, from top to bottom, each from left to right. */
function rowsOf<T extends Box>(boxes: readonly T[]): T[][] {
  const rows = Map.groupBy(boxes, ({ y }) => y);
  return [...rows.entries()]
    .toSorted(([a], [b]) => a - b)
    .map(([, row]) => row.toSorted((a, b) => a.x - b.x));
}
