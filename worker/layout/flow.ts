import type { ElkNode } from 'elkjs/lib/elk-api.js';
import type { PlanDirection, PlanEdge } from '../../src/canvas/plan.ts';
import { type Block, GAP, GROUP_GAP, type Route, single } from './block.ts';
import { connectedParts } from './components.ts';
import { runElk } from './elk.ts';
import { type FlowStyle, flowGraph } from './flow-graph.ts';
import { type FlowOrder, flowOrder } from './flow-order.ts';
import type { Box, Point, Size } from './geometry.ts';
import { areLanes, lanesBlock } from './lanes.ts';
import { extendToOutline, outlineOf } from './outline.ts';
import { isProportionate, misproportion, pack } from './packing.ts';
import { type Item, type Scene, shapeKindOf, subtreeOf } from './scene.ts';
import { stagesBlock } from './stages.ts';

const rounded = ({ x, y }: Point): Point => ({ x: Math.round(x), y: Math.round(y) });

const boxesOf = (node: ElkNode, boxes = new Map<string, Box>()): Map<string, Box> => {
  for (const child of node.children ?? []) {
    const { x = 0, y = 0, width = 0, height = 0 } = child;
    // Both corners are rounded, so that what ELK aligned stays aligned.
    const [from, to] = [rounded({ x, y }), rounded({ x: x + width, y: y + height })];
    boxes.set(child.id, { ...from, width: to.x - from.x, height: to.y - from.y });
    boxesOf(child, boxes);
  }
  return boxes;
};

const routesOf = (graph: ElkNode): Map<string, Route> => {
  const routes = new Map<string, Route>();
  for (const edge of graph.edges ?? []) {
    const [section] = edge.sections ?? [];
    if (!section) continue;
    const points = [section.startPoint, ...(section.bendPoints ?? []), section.endPoint].map(rounded);
    const [label] = edge.labels ?? [];
    const labelAt =
      label?.x === undefined || label.y === undefined
        ? null
        : rounded({ x: label.x + (label.width ?? 0) / 2, y: label.y + (label.height ?? 0) / 2 });
    routes.set(edge.id, { points, labelAt });
  }
  return routes;
};

/** ELK takes every node for a rectangle: ends on ellipses are drawn out to the curve. */
const withEndsOnOutlines = (
  scene: Scene,
  boxes: ReadonlyMap<string, Box>,
  edge: PlanEdge,
  route: Route,
): Route => {
  const points = [...route.points];
  const extend = (id: string, end: number, before: number): void => {
    const [item, box] = [scene.items.get(id), boxes.get(id)];
    const [at, from] = [points.at(end), points.at(before)];
    if (item?.type !== 'node' || !box || !at || !from) return;
    points[end < 0 ? points.length + end : end] = extendToOutline(
      outlineOf(shapeKindOf(item)),
      box,
      from,
      at,
    );
  };
  extend(edge.from, 0, 1);
  extend(edge.to, -1, -2);
  return { ...route, points };
};

const layOutPart = async (
  scene: Scene,
  items: readonly Item[],
  edges: readonly PlanEdge[],
  style: FlowStyle,
): Promise<Block> => {
  const graph = await runElk(flowGraph(scene, items, edges, style));
  const boxes = boxesOf(graph);
  const routes = routesOf(graph);
  for (const edge of edges) {
    const route = routes.get(edge.id);
    if (route) routes.set(edge.id, withEndsOnOutlines(scene, boxes, edge, route));
  }
  return { width: Math.ceil(graph.width ?? 0), height: Math.ceil(graph.height ?? 0), boxes, routes };
};

/** A flow this short is never wrapped. */
const SHORT = 4;
/** Rough room of one step in pixels, gaps included, for guessing proportions before layout. */
const STEP = { width: 216, height: 112 };

const guessedSize = ({ length, breadth }: FlowOrder, { direction, wrap }: FlowStyle): Size => {
  if (wrap) return { width: 2.2, height: 1 };
  return direction === 'right'
    ? { width: length * STEP.width, height: breadth * STEP.height }
    : { width: breadth * STEP.width, height: length * STEP.height };
};

/** The styles worth trying, the most promising first. */
const stylesFor = (direction: PlanDirection | null, order: FlowOrder, wrappable: boolean): FlowStyle[] => {
  const directions: PlanDirection[] = direction === null ? ['right', 'down'] : [direction];
  const plain = directions.map((each) => ({ direction: each, wrap: false, back: order.back }));
  const [first] = plain;
  const wraps = wrappable && order.length > SHORT && first ? [{ ...first, wrap: true }] : [];
  const guess = (style: FlowStyle): number =>
    isProportionate(guessedSize(order, style)) ? 0 : misproportion(guessedSize(order, style));
  const styles = [...plain, ...wraps].toSorted((a, b) => guess(a) - guess(b));
  // Groups can't be wrapped: rather than a strip, a long flow of them takes the other direction.
  const turned: PlanDirection = direction === 'right' ? 'down' : 'right';
  const canTurn = direction !== null && !wrappable && order.length > SHORT;
  return canTurn ? [...styles, { direction: turned, wrap: false, back: order.back }] : styles;
};

/** The single nodes among the parts, as one block. */
const looseBlock = (scene: Scene, nodes: readonly Item[]): Block[] =>
  nodes.length === 0
    ? []
    : [
        pack(
          nodes.map(({ id }) => single(id, scene.fitted.get(id) ?? { width: 160, height: 64 })),
          GAP,
        ),
      ];

const layOutParts = async (
  scene: Scene,
  parts: readonly (readonly Item[])[],
  style: FlowStyle,
): Promise<Block> => {
  const isLoose = (part: readonly Item[]): boolean => part.length === 1 && part[0]?.type === 'node';
  const blocks: Block[] = [];
  for (const part of parts.filter((each) => !isLoose(each))) {
    const ids = new Set(part.flatMap((item) => subtreeOf(scene, item)).map((item) => item.id));
    const edges = scene.edges.filter((edge) => ids.has(edge.from) && ids.has(edge.to));
    const wrap = style.wrap && part.length > SHORT && part.every((item) => item.type === 'node');
    blocks.push(await layOutPart(scene, part, edges, { ...style, wrap }));
  }
  blocks.push(...looseBlock(scene, parts.filter(isLoose).flat()));
  return pack(blocks, GROUP_GAP);
};

const bestLanes = (scene: Scene, items: readonly Item[], direction: PlanDirection | null): Block => {
  const lanes = items.filter((item) => item.type === 'frame');
  const rows = lanesBlock(scene, lanes, 'right');
  const columns = lanesBlock(scene, lanes, 'down');
  const wanted = direction === 'down' ? columns : rows;
  if (direction !== null && isProportionate(wanted)) return wanted;
  return misproportion(rows) <= misproportion(columns) ? rows : columns;
};

/** Lays out items with the edges among them as a flow; parts that nothing connects are packed. */
export const flowBlock = async (
  scene: Scene,
  items: readonly Item[],
  direction: PlanDirection | null,
): Promise<Block> => {
  if (areLanes(scene, items)) return bestLanes(scene, items, direction);
  const all = items.flatMap((item) => subtreeOf(scene, item));
  const joined = new Set(scene.edges.flatMap(({ from, to }) => [from, to]));
  const order = flowOrder(
    all.map((item) => item.id).filter((id) => joined.has(id)),
    scene.edges,
  );
  const parts = connectedParts(scene, items);
  const wrappable = parts.some((part) => part.every((item) => item.type === 'node'));
  const styles = stylesFor(direction, order, wrappable);
  let best: Block | undefined;
  for (const style of styles) {
    const block = await layOutParts(scene, parts, style);
    if (!best || misproportion(block) < misproportion(best)) best = block;
    if (isProportionate(block)) break;
  }
  const isStaged = items.length > 1 && items.every((item) => item.type === 'frame');
  if (best && isStaged && !isProportionate(best)) {
    const stages = await stagesBlock(scene, items, flowBlock);
    if (misproportion(stages) < misproportion(best)) return stages;
  }
  return best ?? pack([], GROUP_GAP);
};
