import type { Box, Point } from '../../../src/canvas/model/geometry.ts';
import type { PlanDirection, PlanEdge } from '../../../src/canvas/model/plan.ts';
import { assemble, type Block, type Placed, type Route } from '../scene/block.ts';
import { fittedScale } from '../scene/packing.ts';

/** A flow of fewer steps is never folded. */
const LEAST_FOLDED = 10;
/** Gap between lines, and how far the connectors between lines run outside of these, in pixels. */
const [LINE_GAP, MARGIN] = [64, 24];
/** How much larger the text must be for another line. */
const LINE_GAIN = 1.05;
/** Numbers of lines that are tried. */
const MOST_LINES = 16;

/** A part of a flow that one connector leads into and one out of, and where it lies along the flow. */
type Piece = { ids: string[]; start: number; end: number };

/**
 * Breaks a flow in one line into several, if its text is larger then. It is broken only where a single connector goes
 * on, so that branches stay together, and all lines run in the same direction.
 */
export function foldBlock(block: Block, edges: readonly PlanEdge[], direction: PlanDirection): Block {
  const pieces = block.boxes.size < LEAST_FOLDED ? [] : piecesOf(block, edges, direction);
  const whole = direction === 'right' ? block.width : block.height;
  let best = block;
  for (let count = 2; count <= Math.min(MOST_LINES, pieces.length); count += 1) {
    const lines = linesOf(pieces, whole / count);
    const folded = inLines(block, lines, edges, direction);
    if (fittedScale(folded) > fittedScale(best) * LINE_GAIN) best = folded;
  }
  return best;
}

const startOf = (box: Box, direction: PlanDirection): number => (direction === 'right' ? box.x : box.y);
const endOf = (box: Box, direction: PlanDirection): number =>
  direction === 'right' ? box.x + box.width : box.y + box.height;

function piecesOf({ boxes }: Block, edges: readonly PlanEdge[], direction: PlanDirection): Piece[] {
  const steps = [...boxes].toSorted(([, a], [, b]) => startOf(a, direction) - startOf(b, direction));
  const pieces: Piece[] = [];
  const before = new Set<string>();
  let piece: Piece | null = null;
  for (const [id, box] of steps) {
    const [start, end] = [startOf(box, direction), endOf(box, direction)];
    if (piece && start > piece.end && isCut(before, edges)) {
      pieces.push(piece);
      piece = null;
    }
    before.add(id);
    piece = piece
      ? { ids: [...piece.ids, id], start: piece.start, end: Math.max(piece.end, end) }
      : { ids: [id], start, end };
  }
  return piece ? [...pieces, piece] : pieces;
}

/** Whether a single connector leads on from some steps, and none back to them. */
function isCut(before: ReadonlySet<string>, edges: readonly PlanEdge[]): boolean {
  const crossing = edges.filter(({ from, to }) => before.has(from) !== before.has(to));
  return crossing.length === 1 && before.has(crossing[0]?.from ?? '');
}

/** Fills lines with pieces, each up to about a length in pixels. */
function linesOf(pieces: readonly Piece[], length: number): Piece[][] {
  const lines: Piece[][] = [];
  for (const piece of pieces) {
    const line = lines.at(-1);
    const [first] = line ?? [];
    const middle = (piece.start + piece.end) / 2;
    if (line && first && middle - first.start <= length) line.push(piece);
    else lines.push([piece]);
  }
  return lines;
}

function inLines(
  block: Block,
  lines: readonly Piece[][],
  edges: readonly PlanEdge[],
  direction: PlanDirection,
): Block {
  let offset = 0;
  const placed = lines.map((line): Placed => {
    const part = lineBlock(block, new Set(line.flatMap(({ ids }) => ids)), edges);
    const place =
      direction === 'right' ? { block: part, x: MARGIN, y: offset } : { block: part, x: offset, y: MARGIN };
    offset += (direction === 'right' ? part.height : part.width) + LINE_GAP;
    return place;
  });
  const { width, height, boxes, routes } = assemble(placed);
  const bridges = placed.slice(1).flatMap((after, index): [string, Route][] => {
    const before = placed[index];
    const edge = edges.find(({ from, to }) => before?.block.boxes.has(from) && after.block.boxes.has(to));
    const [from, to] = [boxes.get(edge?.from ?? ''), boxes.get(edge?.to ?? '')];
    if (!before || !edge || !from || !to) return [];
    return [[edge.id, { points: bridge(from, to, before, after, direction), labelAt: null }]];
  });
  const margin =
    direction === 'right' ? { width: width + MARGIN, height } : { width, height: height + MARGIN };
  return { ...margin, boxes, routes: new Map([...routes, ...bridges]) };
}

/** Some steps of a block and the connectors between them, moved to the origin. */
function lineBlock(block: Block, ids: ReadonlySet<string>, edges: readonly PlanEdge[]): Block {
  const boxes = new Map([...block.boxes].filter(([id]) => ids.has(id)));
  const inner = edges.flatMap(({ id, from, to }) => {
    const route = block.routes.get(id);
    return route && ids.has(from) && ids.has(to) ? [[id, route] as const] : [];
  });
  const points = [
    ...[...boxes.values()].flatMap(({ x, y, width, height }) => [
      { x, y },
      { x: x + width, y: y + height },
    ]),
    ...inner.flatMap(([, route]) => route.points),
  ];
  const [left, top] = [Math.min(...points.map(({ x }) => x)), Math.min(...points.map(({ y }) => y))];
  const [right, bottom] = [Math.max(...points.map(({ x }) => x)), Math.max(...points.map(({ y }) => y))];
  const part = { width: right - left, height: bottom - top, boxes, routes: new Map(inner) };
  return { ...assemble([{ block: part, x: -left, y: -top }]), width: right - left, height: bottom - top };
}

/** The connector between lines: out at the end of one, back between both, and in at the start of the other. */
function bridge(from: Box, to: Box, before: Placed, after: Placed, direction: PlanDirection): Point[] {
  const [end, start, between] =
    direction === 'right'
      ? [before.x + before.block.width, after.x, after.y - LINE_GAP / 2]
      : [before.y + before.block.height, after.y, after.x - LINE_GAP / 2];
  const [source, target] =
    direction === 'right'
      ? [from.y + from.height / 2, to.y + to.height / 2]
      : [from.x + from.width / 2, to.x + to.width / 2];
  const alongAcross = [
    [endOf(from, direction), source],
    [end + MARGIN, source],
    [end + MARGIN, between],
    [start - MARGIN, between],
    [start - MARGIN, target],
    [startOf(to, direction), target],
  ] as const;
  return alongAcross.map(([along, across]) =>
    direction === 'right'
      ? { x: Math.round(along), y: Math.round(across) }
      : { x: Math.round(across), y: Math.round(along) },
  );
}
