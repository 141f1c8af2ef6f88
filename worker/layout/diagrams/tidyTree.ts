import { type Box, boundsOf, type Point, type Size } from '../../../src/canvas/model/geometry.ts';
import { outlineOf, type Side, sideMidpoint } from '../../../src/canvas/model/routes/outline.ts';
import { assemble, type Block, type Placed, type Route, single } from '../scene/block.ts';
import type { Tree } from '../scene/forest.ts';
import { shapeKindOf } from '../scene/scene.ts';

/** The direction in which a tree grows from its root. */
export type Growth = 'right' | 'left' | 'down';

export type TidyStyle = {
  growth: Growth;
  /** Gap between levels, in pixels. */
  levelGap: number;
  /** Gap between siblings, in pixels. */
  siblingGap: number;
  /** From this level on, children are stacked like an indented list. Only for trees that grow down. */
  hangFrom: number;
};

/** From the line that children hang on to the children, in pixels. */
const HANG_REACH = 24;
/** From a parent's left edge to the line that its children hang on, in pixels. */
const HANG_INDENT = 16;
/** Between things that hang below one another, in pixels. */
const HANG_GAP = 24;

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

const hangs = ({ style }: Drawing, level: number): boolean =>
  style.growth === 'down' && level >= style.hangFrom;

/** How far right of a parent's left edge the line runs that its children hang on. */
function lineOffset(drawing: Drawing, { item }: Tree): number {
  const isStraight = item.type === 'frame' || outlineOf(shapeKindOf(item)) === 'rectangle';
  return isStraight ? HANG_INDENT : sizeOf(drawing, { item, edge: null, children: [] }).width / 2;
}

const hangingBreadth = (drawing: Drawing, tree: Tree): number =>
  Math.max(
    sizeOf(drawing, tree).width,
    ...tree.children.map((child) => lineOffset(drawing, tree) + HANG_REACH + hangingBreadth(drawing, child)),
  );

function childrenBreadth(drawing: Drawing, tree: Tree, level: number): number {
  const breadths = tree.children.map((child) => subtreeBreadth(drawing, child, level + 1));
  return breadths.reduce((sum, breadth) => sum + breadth, drawing.style.siblingGap * (breadths.length - 1));
}

function subtreeBreadth(drawing: Drawing, tree: Tree, level: number): number {
  if (hangs(drawing, level)) return hangingBreadth(drawing, tree);
  const own = breadthOf(drawing, sizeOf(drawing, tree));
  return tree.children.length === 0 ? own : Math.max(own, childrenBreadth(drawing, tree, level));
}

function measureLevels(drawing: Drawing, tree: Tree): number[] {
  const depths: number[] = [];
  const visit = (at: Tree, level: number): void => {
    depths[level] = Math.max(depths[level] ?? 0, depthOf(drawing, sizeOf(drawing, at)));
    if (!hangs(drawing, level)) for (const child of at.children) visit(child, level + 1);
  };
  visit(tree, 0);
  const starts = [0];
  for (const depth of depths) starts.push((starts.at(-1) ?? 0) + depth + drawing.style.levelGap);
  return starts;
}

/** Where a node lies whose centre line across the growth is `middle`, on a level. */
function placeOn(drawing: Drawing, size: Size, level: number, middle: number): Point {
  const start = drawing.levels[level] ?? 0;
  if (drawing.style.growth === 'down') return { x: middle - size.width / 2, y: start };
  const y = middle - size.height / 2;
  return drawing.style.growth === 'right' ? { x: start, y } : { x: -start - size.width, y };
}

/** Hangs children below their parent, which is placed; gives back where the next can start. */
function hangChildren(drawing: Drawing, tree: Tree, place: Point): number {
  let y = place.y + sizeOf(drawing, tree).height + HANG_GAP;
  for (const child of tree.children) {
    const at = { x: place.x + lineOffset(drawing, tree) + HANG_REACH, y };
    drawing.places.set(child.item.id, at);
    y = hangChildren(drawing, child, at);
  }
  return y;
}

/** Places a subtree in the room that begins at `start`; gives back the middle of its root. */
function placeSubtree(drawing: Drawing, tree: Tree, level: number, start: number): number {
  const size = sizeOf(drawing, tree);
  const own = breadthOf(drawing, size);
  let middle = start + own / 2;
  if (!hangs(drawing, level) && tree.children.length > 0) {
    const breadth = subtreeBreadth(drawing, tree, level);
    let next = start + (breadth - childrenBreadth(drawing, tree, level)) / 2;
    const middles = tree.children.map((child) => {
      const at = placeSubtree(drawing, child, level + 1, next);
      next += subtreeBreadth(drawing, child, level + 1) + drawing.style.siblingGap;
      return at;
    });
    const between = ((middles[0] ?? middle) + (middles.at(-1) ?? middle)) / 2;
    middle = Math.min(Math.max(between, middle), start + breadth - own / 2);
  }
  const place = placeOn(drawing, size, level, middle);
  drawing.places.set(tree.item.id, place);
  if (hangs(drawing, level)) hangChildren(drawing, tree, place);
  return middle;
}

/** An elbow from parent to child: the bend lies in the middle of the gap before the child's level. */
function elbow(drawing: Drawing, parent: Box, child: Box, level: number): Point[] {
  const { growth, levelGap } = drawing.style;
  const [from, to] = [sideMidpoint(parent, LEAVE[growth].from), sideMidpoint(child, LEAVE[growth].to)];
  const bend = (drawing.levels[level + 1] ?? 0) - levelGap / 2;
  if (growth === 'down')
    return from.x === to.x ? [from, to] : [from, { x: from.x, y: bend }, { x: to.x, y: bend }, to];
  const x = growth === 'right' ? bend : -bend;
  return from.y === to.y ? [from, to] : [from, { x, y: from.y }, { x, y: to.y }, to];
}

function hangingLine(parent: Box, child: Box, offset: number): Point[] {
  const x = parent.x + offset;
  const to = sideMidpoint(child, 'left');
  return [{ x, y: parent.y + parent.height }, { x, y: to.y }, to];
}

/**
 * Lays out a tree: levels are aligned, parents are centred on their children, subtrees do not overlap.
 * @returns The block, and the position of the root in it, so that two trees can share a root.
 */
export function tidyTree(
  tree: Tree,
  blocks: ReadonlyMap<string, Block>,
  style: TidyStyle,
): { block: Block; root: Point } {
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
      const way = hangs(drawing, level)
        ? hangingLine(box, boxOf(child), lineOffset(drawing, at))
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
}
