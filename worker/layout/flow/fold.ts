import type { Box, Point } from '../../../src/canvas/model/geometry.ts';
import type { PlanDirection, PlanEdge } from '../../../src/canvas/model/plan.ts';
import type { Block, Route } from '../scene/block.ts';
import { fittedScale } from '../scene/packing.ts';
import { type Row, rowsBlock } from './foldedRows.ts';

/** A flow of fewer steps is never folded. */
const LEAST_FOLDED = 10;
/** How many connectors may lead on from one line to the next. */
const MOST_LEADING_ON = 2;
/** How much larger the text must be for another line. */
const LINE_GAIN = 1.05;
/** Numbers of lines that are tried. */
const MOST_LINES = 16;

/**
 * Breaks a flow in one line into several, if its text is larger then. It is broken only where one connector goes on,
 * or two between different steps, so that branches stay together, and all lines run in the same direction.
 */
export function foldBlock(block: Block, edges: readonly PlanEdge[], direction: PlanDirection): Block {
  if (block.boxes.size < LEAST_FOLDED) return block;
  // Everything below is about a flow to the right.
  const turned = direction === 'right' ? (each: Block) => each : transposed;
  const flow = turned(block);
  const pieces = piecesOf(flow, edges);
  let best = block;
  for (let count = 2; count <= Math.min(MOST_LINES, pieces.length); count += 1) {
    const folded = turned(rowsBlock(flow, rowsOf(pieces, flow.width / count)));
    if (fittedScale(folded) > fittedScale(best) * LINE_GAIN) best = folded;
  }
  return best;
}

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

/** The parts of a flow between the places where it may be broken, in their order. */
function piecesOf({ boxes, routes }: Block, edges: readonly PlanEdge[]): Row[] {
  const pieces: Row[] = [];
  const before = new Set<string>();
  for (const [id, { x, width }] of [...boxes].toSorted(([, a], [, b]) => a.x - b.x)) {
    const last = pieces.at(-1);
    const end = x + width;
    if (last && (x <= last.end || !isBreak(before, edges, routes))) {
      last.ids.push(id);
      last.end = Math.max(last.end, end);
    } else pieces.push({ ids: [id], start: x, end });
    before.add(id);
  }
  return pieces;
}

/** Whether no more connectors than may lead on from some steps, between different steps, and none back to them. */
function isBreak(
  before: ReadonlySet<string>,
  edges: readonly PlanEdge[],
  routes: ReadonlyMap<string, Route>,
): boolean {
  const leading = edges.filter(({ from, to }) => before.has(from) !== before.has(to));
  return (
    leading.length > 0 &&
    leading.length <= MOST_LEADING_ON &&
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
