import type { Box, Point, Size } from '../../../src/canvas/model/geometry.ts';
import type { PlanDirection, PlanEdge } from '../../../src/canvas/model/plan.ts';
import type { Block, Route } from '../scene/block.ts';
import { fittedScale } from '../scene/packing.ts';
import { type Row, rowsBlock, rowsSize } from './foldedRows.ts';

/** A flow of fewer steps is never folded. */
const LEAST_FOLDED = 10;
/** How much larger the text must be for another line, and for lines from which two connectors lead on. */
const [LINE_GAIN, PAIR_GAIN] = [1.05, 1.25];
/** Numbers of lines that are tried. */
const MOST_LINES = 16;

/**
 * Breaks a flow in one line into several, if its text is larger then. It is broken where one connector goes on, or, for
 * text that is much larger, two between different steps; all lines run in the same direction.
 */
export function foldBlock(block: Block, edges: readonly PlanEdge[], direction: PlanDirection): Block {
  if (block.boxes.size < LEAST_FOLDED) return block;
  // Everything below is about a flow to the right.
  const turned = direction === 'right' ? (each: Block) => each : transposed;
  const flow = turned(block);
  const [one, two] = [1, 2].map((most) => bestRows(flow, piecesOf(flow, edges, most), direction));
  if (!one || !two) return block;
  const { rows } = two.scale > one.scale * PAIR_GAIN ? two : one;
  return rows.length === 1 ? block : turned(rowsBlock(flow, rows));
}

/** As many rows of pieces as make the text largest, and its scale. */
function bestRows(
  flow: Block,
  pieces: readonly Row[],
  direction: PlanDirection,
): { rows: Row[]; scale: number } {
  let best = { rows: rowsOf(pieces, flow.width), scale: 0 };
  for (let count = 1; count <= Math.min(MOST_LINES, pieces.length); count += 1) {
    const rows = rowsOf(pieces, flow.width / count);
    const scale = fittedScale(turnedSize(rowsSize(flow, rows), direction));
    if (scale > best.scale * LINE_GAIN) best = { rows, scale };
  }
  return best;
}

const turnedSize = ({ width, height }: Size, direction: PlanDirection): Size =>
  direction === 'right' ? { width, height } : { width: height, height: width };

/** A block with the axes exchanged. */
function transposed({ width, height, boxes, routes }: Block): Block {
  const turn = <T extends Point>(point: T): T => ({ ...point, x: point.y, y: point.x });
  const turnBox = (box: Box): Box => ({ ...turn(box), width: box.height, height: box.width });
  const turnRoute = (route: Route): Route => ({
    ...route,
    points: route.points.map(turn),
    labelAt: route.labelAt && turn(route.labelAt),
  });
  return {
    ...{ width: height, height: width },
    boxes: new Map([...boxes].map(([id, box]) => [id, turnBox(box)])),
    routes: new Map([...routes].map(([id, route]) => [id, turnRoute(route)])),
  };
}

/** The parts of a flow between the places where it may be broken, in their order. @param most Connectors that may lead on */
function piecesOf({ boxes, routes }: Block, edges: readonly PlanEdge[], most: number): Row[] {
  const pieces: Row[] = [];
  const before = new Set<string>();
  for (const [id, { x, width }] of [...boxes].toSorted(([, a], [, b]) => a.x - b.x)) {
    const last = pieces.at(-1);
    const end = x + width;
    if (last && (x <= last.end || !isBreak(before, edges, routes, most))) {
      last.ids.push(id);
      last.end = Math.max(last.end, end);
    } else pieces.push({ ids: [id], start: x, end });
    before.add(id);
  }
  return pieces;
}

/** Whether at most so many connectors lead on from some steps, between different steps, and none back to them. */
function isBreak(
  before: ReadonlySet<string>,
  edges: readonly PlanEdge[],
  routes: ReadonlyMap<string, Route>,
  most: number,
): boolean {
  const leading = edges.filter(({ from, to }) => before.has(from) !== before.has(to));
  return (
    leading.length > 0 &&
    leading.length <= most &&
    new Set(leading.flatMap(({ from, to }) => [from, to])).size === 2 * leading.length &&
    leading.every(({ id, from }) => before.has(from) && routes.has(id))
  );
}

/** Fills rows with pieces, each up to about a length in pixels. */
function rowsOf(pieces: readonly Row[], length: number): Row[] {
  const rows: Row[] = [];
  for (const { ids, start, end } of pieces) {
    const row = rows.at(-1);
    if (row && (start + end) / 2 - row.start <= length) {
      row.ids.push(...ids);
      row.end = end;
    } else rows.push({ ids: [...ids], start, end });
  }
  return rows;
}
