import type { Box, Point, Size } from '../../../src/canvas/model/geometry.ts';
import { sideMidpoint } from '../../../src/canvas/model/routes/outline.ts';
import { type Block, GAP, type Route } from '../scene/block.ts';
import type { Tree } from '../scene/forest.ts';
import { type Growth, type TidyStyle, tidyTree } from './tidyTree.ts';

/** Fewer leaves than this stand as other children do. */
const LEAST = 3;
/** From a line to the leaves beside it, from the parent's connector to the first leaf, and between leaves, in pixels. */
const [REACH, START, LEAF_GAP] = [24, 16, 24];

/** Leaves of one parent as one block, with the ways to them from the middle of the side that faces the parent. */
type Bundle = { id: string; block: Block; upward: ReadonlySet<string> };

/**
 * As `tidyTree`, but leaves of one parent stand on both sides of lines that lead on from it, so that a tree of many
 * leaves is compact.
 *
 * @param lines How many lines the leaves of a parent stand beside
 */
export function bundledTree(
  tree: Tree,
  blocks: ReadonlyMap<string, Block>,
  style: TidyStyle,
  lines: number,
): { block: Block; root: Point } {
  const bundles: Bundle[] = [];
  const reduced = withBundles(tree, (parent, leaves) => {
    const id = `leaves of ${parent.item.id} ${bundles.length}`;
    const upward = leaves.flatMap(({ edge, item }) => (edge?.from === item.id ? [edge.id] : []));
    bundles.push({ id, block: bundleOf(leaves, blocks, style.growth, lines), upward: new Set(upward) });
    return id;
  });
  const all = new Map([...blocks, ...bundles.map(({ id, block }) => [id, block] as const)]);
  const { block, root } = tidyTree(reduced, all, style);
  const routes = new Map(block.routes);
  for (const bundle of bundles) {
    const way = routes.get(bundle.id)?.points ?? [];
    routes.delete(bundle.id);
    for (const id of bundle.block.routes.keys()) {
      const points = withoutRepeats([...way, ...(routes.get(id)?.points ?? [])]);
      routes.set(id, { points: bundle.upward.has(id) ? points.toReversed() : points, labelAt: null });
    }
  }
  return { block: { ...block, routes }, root };
}

/** The tree with one child in place of each run of leaves. */
function withBundles(tree: Tree, bundle: (parent: Tree, leaves: readonly Tree[]) => string): Tree {
  const children: Tree[] = [];
  let run: Tree[] = [];
  const endRun = (): void => {
    children.push(...(run.length < LEAST ? run : [standIn(tree, bundle(tree, run))]));
    run = [];
  };
  for (const child of tree.children) {
    if (child.children.length === 0 && child.edge) run.push(child);
    else {
      endRun();
      children.push(withBundles(child, bundle));
    }
  }
  endRun();
  return { ...tree, children };
}

/** A child that stands for a bundle, with an edge of the same id. */
function standIn({ item }: Tree, id: string): Tree {
  const edge = { type: 'edge', id, from: item.id, to: id, label: null, style: null } as const;
  const node = { type: 'node', shape: 'rect', text: '', color: null, parent: null, order: null } as const;
  return { item: { ...node, id }, edge, children: [] };
}

/** Where a leaf stands: beside which line, on its far side or not, and how far along it. */
type Cell = { line: number; isFar: boolean; rank: number };

/** Leaves in reading order: in rows, from the left to the right. */
function cellOf(at: number, count: number, growth: Growth, lines: number): Cell {
  const files = 2 * lines;
  const perFile = Math.ceil(count / files);
  const [file, rank] =
    growth === 'down' ? [at % files, Math.floor(at / files)] : [Math.floor(at / perFile), at % perFile];
  return { line: Math.floor(file / 2), isFar: file % 2 === 1, rank };
}

function bundleOf(
  leaves: readonly Tree[],
  blocks: ReadonlyMap<string, Block>,
  growth: Growth,
  most: number,
): Block {
  const lines = Math.min(most, Math.ceil(leaves.length / 2));
  const sizes = leaves.map(({ item }) => blocks.get(item.id) ?? { width: 0, height: 0 });
  const cells = leaves.map((_, at) => cellOf(at, leaves.length, growth, lines));
  const breadth = Math.max(...sizes.map((size) => (growth === 'down' ? size.width : size.height)));
  const depth = Math.max(...sizes.map((size) => (growth === 'down' ? size.height : size.width)));
  const ranks = Math.max(...cells.map(({ rank }) => rank)) + 1;
  const whole = {
    along: START + ranks * (depth + LEAF_GAP) - LEAF_GAP,
    across: lines * (2 * (breadth + REACH) + GAP) - GAP,
  };
  const lineAt = ({ line }: Cell): number => line * (2 * (breadth + REACH) + GAP) + breadth + REACH;
  const size = growth === 'down' ? flipped(whole) : { width: whole.along, height: whole.across };
  const boxes = new Map<string, Box>();
  const routes = new Map<string, Route>();
  for (const [at, leaf] of leaves.entries()) {
    const [cell, own] = [cells[at], sizes[at]];
    if (!cell || !own || !leaf.edge) continue;
    const middle = START + cell.rank * (depth + LEAF_GAP) + depth / 2;
    const box = besideLine(own, { along: middle, across: lineAt(cell) }, cell.isFar, growth);
    const placed = growth === 'left' ? { ...box, x: size.width - box.x - box.width } : box;
    const points = wayTo(placed, lineAt(cell), cell.isFar, size, growth);
    routes.set(leaf.edge.id, { points, labelAt: null });
    for (const [id, inner] of blocks.get(leaf.item.id)?.boxes ?? [])
      boxes.set(id, { ...inner, x: inner.x + placed.x, y: inner.y + placed.y });
  }
  return { ...size, boxes, routes };
}

const flipped = ({ along, across }: { along: number; across: number }): Size => ({
  width: across,
  height: along,
});

/** The box of a leaf, in a bundle that grows down or to the right. */
function besideLine(
  { width, height }: Size,
  { along, across }: { along: number; across: number },
  isFar: boolean,
  growth: Growth,
): Box {
  if (growth === 'down')
    return { x: isFar ? across + REACH : across - REACH - width, y: along - height / 2, width, height };
  return { x: along - width / 2, y: isFar ? across + REACH : across - REACH - height, width, height };
}

/** From the middle of the side that faces the parent, along the line, to the leaf. */
function wayTo(box: Box, line: number, isFar: boolean, size: Size, growth: Growth): Point[] {
  if (growth === 'down') {
    const end = sideMidpoint(box, isFar ? 'left' : 'right');
    return [{ x: size.width / 2, y: 0 }, { x: line, y: 0 }, { x: line, y: end.y }, end];
  }
  const start = growth === 'right' ? 0 : size.width;
  const end = sideMidpoint(box, isFar ? 'top' : 'bottom');
  return [{ x: start, y: size.height / 2 }, { x: start, y: line }, { x: end.x, y: line }, end];
}

const withoutRepeats = (points: readonly Point[]): Point[] =>
  points.filter((point, at) => point.x !== points[at - 1]?.x || point.y !== points[at - 1]?.y);
