import { assemble, type Block, type Placed, type Route, single } from './block.ts';
import type { Tree } from './forest.ts';
import { type Box, boundsOf, type Point, type Size } from './geometry.ts';
import { type Side, sideMidpoint } from './outline.ts';

/** Which way a tree grows from its root. */
export type Growth = 'right' | 'left' | 'down';

export type TidyStyle = {
  growth: Growth;
  /** Between a level and the next, in pixels. */
  levelGap: number;
  /** Between neighbours on a level, in pixels. */
  siblingGap: number;
  /** Leaves of one parent hang in pairs along a line rather than side by side; only when growing down. */
  hangLeaves: boolean;
};

/** Fewer leaves than this stay side by side. */
const FEWEST_HANGING = 3;
/** From the line that leaves hang on to the leaves, in pixels. */
const HANG_REACH = 24;

type Drawing = {
  style: TidyStyle;
  blocks: ReadonlyMap<string, Block>;
  /** Start of each level along the direction of growth, in pixels from the root's. */
  levels: number[];
  places: Map<string, Point>;
};

const LEAVE: Record<Growth, { from: Side; to: Side }> = {
  right: { from: 'right', to: 'left' },
  left: { from: 'left', to: 'right' },
  down: { from: 'bottom', to: 'top' },
};

const sizeOf = ({ blocks }: Drawing, tree: Tree): Size => blocks.get(tree.item.id) ?? { width: 0, height: 0 };

/** Extent across the direction of growth. */
const breadthOf = (drawing: Drawing, size: Size): number =>
  drawing.style.growth === 'down' ? size.width : size.height;

const depthOf = (drawing: Drawing, size: Size): number =>
  drawing.style.growth === 'down' ? size.height : size.width;

const hangs = ({ style }: Drawing, tree: Tree): boolean =>
  style.hangLeaves &&
  tree.children.length >= FEWEST_HANGING &&
  tree.children.every((child) => child.children.length === 0);

const childrenBreadth = (drawing: Drawing, tree: Tree): number => {
  if (hangs(drawing, tree))
    return 2 * (HANG_REACH + Math.max(...tree.children.map((child) => sizeOf(drawing, child).width)));
  const breadths = tree.children.map((child) => subtreeBreadth(drawing, child));
  return breadths.reduce((sum, breadth) => sum + breadth, drawing.style.siblingGap * (breadths.length - 1));
};

const subtreeBreadth = (drawing: Drawing, tree: Tree): number => {
  const own = breadthOf(drawing, sizeOf(drawing, tree));
  return tree.children.length === 0 ? own : Math.max(own, childrenBreadth(drawing, tree));
};

const measureLevels = (drawing: Drawing, tree: Tree): number[] => {
  const depths: number[] = [];
  const visit = (at: Tree, level: number): void => {
    depths[level] = Math.max(depths[level] ?? 0, depthOf(drawing, sizeOf(drawing, at)));
    for (const child of at.children) visit(child, level + 1);
  };
  visit(tree, 0);
  const starts = [0];
  for (const depth of depths) starts.push((starts.at(-1) ?? 0) + depth + drawing.style.levelGap);
  return starts;
};

/** Where a node lies whose centre line across the growth is `middle`, on a level. */
const placeOn = (drawing: Drawing, size: Size, level: number, middle: number): Point => {
  const start = drawing.levels[level] ?? 0;
  if (drawing.style.growth === 'down') return { x: middle - size.width / 2, y: start };
  const y = middle - size.height / 2;
  return drawing.style.growth === 'right' ? { x: start, y } : { x: -start - size.width, y };
};

const hangChildren = (drawing: Drawing, tree: Tree, level: number, middle: number): void => {
  let y = drawing.levels[level + 1] ?? 0;
  for (let first = 0; first < tree.children.length; first += 2) {
    const pair = tree.children.slice(first, first + 2);
    for (const [index, child] of pair.entries()) {
      const { width } = sizeOf(drawing, child);
      const x = index === 0 ? middle - HANG_REACH - width : middle + HANG_REACH;
      drawing.places.set(child.item.id, { x, y });
    }
    y += Math.max(...pair.map((child) => sizeOf(drawing, child).height)) + 24;
  }
};

const placeSubtree = (drawing: Drawing, tree: Tree, level: number, middle: number): void => {
  drawing.places.set(tree.item.id, placeOn(drawing, sizeOf(drawing, tree), level, middle));
  if (hangs(drawing, tree)) {
    hangChildren(drawing, tree, level, middle);
    return;
  }
  let start = middle - childrenBreadth(drawing, tree) / 2;
  for (const child of tree.children) {
    const breadth = subtreeBreadth(drawing, child);
    placeSubtree(drawing, child, level + 1, start + breadth / 2);
    start += breadth + drawing.style.siblingGap;
  }
};

/** An elbow from parent to child: the bend lies in the middle of the gap before the child's level. */
const elbow = (drawing: Drawing, parent: Box, child: Box, level: number): Point[] => {
  const { growth, levelGap } = drawing.style;
  const [from, to] = [sideMidpoint(parent, LEAVE[growth].from), sideMidpoint(child, LEAVE[growth].to)];
  const bend = (drawing.levels[level + 1] ?? 0) - levelGap / 2;
  if (growth === 'down')
    return from.x === to.x ? [from, to] : [from, { x: from.x, y: bend }, { x: to.x, y: bend }, to];
  const x = growth === 'right' ? bend : -bend;
  return from.y === to.y ? [from, to] : [from, { x, y: from.y }, { x, y: to.y }, to];
};

const hangingLine = (parent: Box, child: Box): Point[] => {
  const from = sideMidpoint(parent, 'bottom');
  const to = sideMidpoint(child, child.x < from.x ? 'right' : 'left');
  return [from, { x: from.x, y: to.y }, to];
};

/**
 * Draws a tree tidily: levels in line, parents in the middle of their children, no subtree in the room of
 * another. The root's place is given back so that two trees can share it.
 */
export const tidyTree = (
  tree: Tree,
  blocks: ReadonlyMap<string, Block>,
  style: TidyStyle,
): { block: Block; root: Point } => {
  const drawing: Drawing = { style, blocks, levels: [], places: new Map() };
  drawing.levels = measureLevels(drawing, tree);
  placeSubtree(drawing, tree, 0, 0);
  const boxOf = (at: Tree): Box => ({
    ...(drawing.places.get(at.item.id) ?? { x: 0, y: 0 }),
    ...sizeOf(drawing, at),
  });
  const routes = new Map<string, Route>();
  const parts: Placed[] = [];
  const visit = (at: Tree, level: number): void => {
    const box = boxOf(at);
    parts.push({ block: blocks.get(at.item.id) ?? single(at.item.id, box), x: box.x, y: box.y });
    for (const child of at.children) {
      const way = hangs(drawing, at)
        ? hangingLine(box, boxOf(child))
        : elbow(drawing, box, boxOf(child), level);
      const reversed = child.edge?.from === child.item.id;
      if (child.edge) routes.set(child.edge.id, { points: reversed ? way.toReversed() : way, labelAt: null });
      visit(child, level + 1);
    }
  };
  visit(tree, 0);
  const bounds = boundsOf(
    parts.map(({ block, x, y }) => ({ x, y, width: block.width, height: block.height })),
  );
  const by = { x: -(bounds?.x ?? 0), y: -(bounds?.y ?? 0) };
  const wires: Block = { width: 0, height: 0, boxes: new Map(), routes };
  const all = [...parts, { block: wires, x: 0, y: 0 }].map((part) => ({
    ...part,
    x: part.x + by.x,
    y: part.y + by.y,
  }));
  const root = boxOf(tree);
  return { block: assemble(all), root: { x: root.x + by.x, y: root.y + by.y } };
};
