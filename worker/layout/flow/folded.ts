import { centreOf, snapUp } from '../../../src/canvas/model/geometry.ts';
import type { PlanDirection, PlanEdge } from '../../../src/canvas/model/plan.ts';
import { assemble, type Block, mirrored, type Placed } from '../scene/block.ts';
import { heightFor } from '../scene/packing.ts';
import type { Item, Scene } from '../scene/scene.ts';
import type { FlowStyle } from './flowGraph.ts';
import { layeredBlock } from './layered.ts';

/** Free room between two lines of a flow, in pixels: below one another, and side by side. */
const LINE_GAP: Record<PlanDirection, number> = { right: 72, down: 112 };
/** Lines are set apart at most so many pixels. */
const MOST_GAP = 144;
/** A line is moved at most this part of its length to stand below the step that leads to it. */
const MOST_SHIFT = 0.35;

/** The connector that carries the flow on from one line to the next. */
const bridgeBetween = (
  before: Block,
  after: Block,
  edges: readonly PlanEdge[],
  { order }: FlowStyle,
): PlanEdge | undefined =>
  edges
    .filter(({ from, to }) => before.boxes.has(from) && after.boxes.has(to))
    .toSorted((a, b) => (order.remaining.get(b.to) ?? 0) - (order.remaining.get(a.to) ?? 0))[0];

/** Where a line begins: so that its first step stands below the one that leads to it, where that is near. */
function startOf(line: Block, before: Placed, bridge: PlanEdge | undefined, runsBack: boolean): number {
  const flush = runsBack ? before.x + before.block.width - line.width : before.x;
  const [from, to] = [before.block.boxes.get(bridge?.from ?? ''), line.boxes.get(bridge?.to ?? '')];
  if (!from || !to) return flush;
  const below = before.x + centreOf(from).x - centreOf(to).x;
  return Math.abs(below - flush) <= MOST_SHIFT * line.width ? Math.round(below) : flush;
}

/** Lines below one another, every second one from right to left, so that each goes on where the last ended. */
function winding(lines: readonly Block[], edges: readonly PlanEdge[], style: FlowStyle, gap: number): Block {
  const placed: Placed[] = [];
  let y = 0;
  for (const [index, line] of lines.entries()) {
    const runsBack = index % 2 === 1;
    const block = runsBack ? mirrored(line) : line;
    const before = placed.at(-1);
    const bridge = before && bridgeBetween(before.block, block, edges, style);
    placed.push({ block, x: before ? startOf(block, before, bridge, runsBack) : 0, y });
    y += snapUp(block.height) + gap;
  }
  const left = Math.min(0, ...placed.map(({ x }) => x));
  return assemble(placed.map((part) => ({ ...part, x: part.x - left })));
}

/** The gap between so many lines that keeps them from being a strip. */
function gapBetween(lines: number, whole: Block): number {
  const missing = Math.max(0, heightFor(whole) - whole.height);
  return Math.min(MOST_GAP, LINE_GAP.right + snapUp(missing / (lines - 1)));
}

/** Lines side by side, all from the top down, like the columns of a newspaper. */
function columns(lines: readonly Block[]): Block {
  let x = 0;
  return assemble(
    lines.map((block) => {
      const part = { block, x, y: 0 };
      x += snapUp(block.width) + LINE_GAP.down;
      return part;
    }),
  );
}

/** Lays out a folded flow. The router adds the connectors between its lines. */
export async function foldedBlock(
  scene: Scene,
  lines: readonly (readonly Item[])[],
  edges: readonly PlanEdge[],
  style: FlowStyle,
): Promise<Block> {
  const blocks: Block[] = [];
  for (const line of lines) {
    const ids = new Set(line.map((item) => item.id));
    const own = edges.filter(({ from, to }) => ids.has(from) && ids.has(to));
    blocks.push(await layeredBlock(scene, line, own, style));
  }
  if (style.direction === 'down') return columns(blocks);
  const tight = winding(blocks, edges, style, LINE_GAP.right);
  return winding(blocks, edges, style, gapBetween(blocks.length, tight));
}
