import type { Box, Size } from '../../../src/canvas/model/geometry.ts';
import type { ObjectColor, ShapeKind } from '../../../src/canvas/model/object.ts';
import {
  type Diagram,
  defaultColors,
  type PlanEdge,
  type PlanFrame,
  type PlanNode,
  type PlanShape,
} from '../../../src/canvas/model/plan.ts';
import { textWidth } from '../../../src/canvas/text/font.ts';
import {
  BODY_FONT_SIZE,
  type FittedText,
  fitCircle,
  fitText,
  HEADING_FONT_SIZE,
} from '../../../src/canvas/text/sizing.ts';
import { FRAME_TITLE_FONT_SIZE } from './block.ts';
import { classBoxSize, isClassBox } from './classBox.ts';
import type { HierarchyStyle, PartialDiagram } from './partialDiagram.ts';

/** A positioned object of a plan: anything but an edge. */
export type Item = PlanFrame | PlanNode;

/** A diagram prepared for layout: ordered children, resolved parents, measured shapes. */
export type Scene = {
  layout: Diagram['layout'];
  direction: Diagram['direction'];
  /** Number of columns of a grid; null: as many as give it the best proportions. */
  columns: number | null;
  items: ReadonlyMap<string, Item>;
  edges: readonly PlanEdge[];
  /** Natural size of each node; the given size of one that is on a canvas already. */
  fitted: ReadonlyMap<string, FittedText>;
  /** Sizes that nodes keep in any arrangement, in pixels: those of class boxes, and given ones. */
  kept: ReadonlyMap<string, Size>;
  /** How to draw a hierarchy; null: as its proportions are best. */
  style: HierarchyStyle | null;
  /** Font size of a node's text in pixels: larger for headings, which are unconnected text outside of frames. */
  fontSizeOf(node: PlanNode): number;
  /** The frame that contains an item, or null. */
  parentOf(id: string): string | null;
  /** Items directly in a frame (or on the canvas itself, for null) in reading order. */
  childrenOf(parentId: string | null): readonly Item[];
};

const SHAPE_KINDS: Record<PlanShape, ShapeKind> = {
  rect: 'RECTANGLE',
  ellipse: 'ELLIPSE',
  diamond: 'DIAMOND',
  sticky: 'STICKY',
  text: 'TEXT',
};

export function shapeKindOf({ shape }: Pick<PlanNode, 'shape'>): ShapeKind {
  return SHAPE_KINDS[shape];
}

/** The node's own colour, or the default of its shape. */
export function colorOf(node: PlanNode): ObjectColor {
  return node.color ?? defaultColors[node.shape];
}

/** The nearest frame above an item: a plan may name a node as the parent, and nodes hold nothing. */
function resolveParent(item: Item, items: ReadonlyMap<string, Item>): string | null {
  const seen = new Set([item.id]);
  let parent = item.parent;
  while (parent !== null && !seen.has(parent)) {
    seen.add(parent);
    const found = items.get(parent);
    if (!found) return null;
    if (found.type === 'frame') return found.id;
    parent = found.parent;
  }
  return null;
}

const orderOf = (item: Item): number => (item.type === 'node' ? (item.order ?? Infinity) : Infinity);

/** By `order` where given, else as written; sorting is stable. */
const inReadingOrder = (items: Item[]): Item[] =>
  items.toSorted((a, b) => (orderOf(a) === orderOf(b) ? 0 : orderOf(a) - orderOf(b)));

/**
 * Prepares a diagram for layout. All of its references must resolve, and parents must form no cycle. Expected edges are
 * left out.
 */
export function sceneOf(diagram: PartialDiagram): Scene {
  const items = new Map<string, Item>();
  const edges: PlanEdge[] = [];
  for (const object of diagram.objects) {
    if (object.type === 'edge') edges.push(object);
    else if (object.type === 'node' && isClassBox(object)) items.set(object.id, { ...object, shape: 'rect' });
    else items.set(object.id, object);
  }
  const parents = new Map([...items.values()].map((item) => [item.id, resolveParent(item, items)]));
  const children = Map.groupBy(items.values(), (item) => parents.get(item.id) ?? null);
  const ordered = new Map([...children].map(([id, list]) => [id, inReadingOrder(list)]));
  const nodes = [...items.values()].filter((item) => item.type === 'node');
  const classBoxes = nodes.filter(isClassBox).map((node) => [node.id, classBoxSize(node)] as const);
  const kept = new Map([...classBoxes, ...(diagram.sizes ?? [])]);
  const joined = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const fontSizeOf = ({ id, shape }: PlanNode): number =>
    shape === 'text' && !joined.has(id) && !parents.get(id) ? HEADING_FONT_SIZE : BODY_FONT_SIZE;
  // Elsewhere an ellipse is the start or end of a flow, or the middle of a map: as high as a step, but wider.
  const hasCircles = diagram.layout === 'grid' || diagram.layout === 'ring';
  return {
    layout: diagram.layout,
    direction: diagram.direction,
    columns: diagram.columns ?? null,
    items,
    edges,
    fitted: new Map(
      nodes.map((node) => [
        node.id,
        {
          ...(hasCircles && node.shape === 'ellipse'
            ? fitCircle(node.text, fontSizeOf(node))
            : fitText(shapeKindOf(node), node.text, fontSizeOf(node))),
          ...kept.get(node.id),
        },
      ]),
    ),
    kept,
    style: diagram.style ?? null,
    fontSizeOf,
    parentOf: (id) => parents.get(id) ?? null,
    childrenOf: (id) => ordered.get(id) ?? [],
  };
}

/** The item and its contents at any depth. */
export function subtreeOf(scene: Scene, item: Item): Item[] {
  return [item, ...scene.childrenOf(item.id).flatMap((child) => subtreeOf(scene, child))];
}

/** Frames around an item, from the outside in. */
export function framesAround(scene: Scene, id: string): string[] {
  const parent = scene.parentOf(id);
  return parent === null ? [] : [...framesAround(scene, parent), parent];
}

/** Whether `id` is `ancestorId`, or is in it at any depth. */
export function isWithin(scene: Scene, id: string, ancestorId: string): boolean {
  for (let at: string | null = id; at !== null; at = scene.parentOf(at)) if (at === ancestorId) return true;
  return false;
}

/** Edges between different `items`. Ends within an item are replaced by the item. */
export function edgesAmong(
  scene: Scene,
  items: readonly Item[],
): { edge: PlanEdge; from: string; to: string }[] {
  const ids = new Set(items.map((item) => item.id));
  const lift = (id: string): string | null => {
    for (let at: string | null = id; at !== null; at = scene.parentOf(at)) if (ids.has(at)) return at;
    return null;
  };
  return scene.edges.flatMap((edge) => {
    const [from, to] = [lift(edge.from), lift(edge.to)];
    return from !== null && to !== null && from !== to ? [{ edge, from, to }] : [];
  });
}

/** The boxes of frame titles, to be kept free. */
export function titleBoxes(scene: Scene, boxes: ReadonlyMap<string, Box>): Box[] {
  return [...boxes].flatMap(([id, { x, y, width }]) => {
    const item = scene.items.get(id);
    if (item?.type !== 'frame' || !item.title.trim()) return [];
    const text = Math.min(width - 32, textWidth(item.title, FRAME_TITLE_FONT_SIZE));
    return [{ x: x + 12, y: y + 10, width: text + 8, height: 26 }];
  });
}
