import type { ElkNode } from 'elkjs/lib/elk-api.js';
import type { PlanDirection, PlanEdge } from '../../src/canvas/plan.ts';
import { type Block, framed, GROUP_GAP, type Route, single } from './block.ts';
import { connectedParts } from './components.ts';
import { runElk } from './elk.ts';
import { type FlowStyle, flowGraph } from './flow-graph.ts';
import type { Box, Point } from './geometry.ts';
import { extendToOutline, outlineOf } from './outline.ts';
import { isProportionate, misproportion, pack } from './packing.ts';
import { type Item, type Scene, shapeKindOf, subtreeOf } from './scene.ts';

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

/** Up to this many shapes both directions are tried; beyond it the time counts for more. */
const BOTH_DIRECTIONS_UP_TO = 80;

const stylesFor = (direction: PlanDirection | null, shapes: number, wrappable: boolean): FlowStyle[] => {
  const directions: PlanDirection[] =
    direction !== null ? [direction] : shapes > BOTH_DIRECTIONS_UP_TO ? ['right'] : ['right', 'down'];
  const plain = directions.map((each) => ({ direction: each, wrap: false }));
  return wrappable ? [...plain, { direction: directions[0] ?? 'right', wrap: true }] : plain;
};

/** Tries the styles in turn and keeps the best proportioned; the first acceptable one wins outright. */
const bestPart = async (
  scene: Scene,
  items: readonly Item[],
  edges: readonly PlanEdge[],
  direction: PlanDirection | null,
): Promise<Block> => {
  const [only] = items;
  if (only?.type === 'node' && items.length === 1 && edges.length === 0)
    return single(only.id, scene.fitted.get(only.id) ?? { width: 160, height: 64 });
  const wrappable = items.every((item) => item.type === 'node');
  let best: Block | undefined;
  for (const style of stylesFor(direction, items.length, wrappable)) {
    const block = await layOutPart(scene, items, edges, style);
    if (!best || misproportion(block) < misproportion(best)) best = block;
    if (isProportionate(block)) break;
  }
  return best ?? pack([], GROUP_GAP);
};

/** Lays out items with the edges among them as a flow; parts that nothing connects are packed. */
export const flowBlock = async (
  scene: Scene,
  items: readonly Item[],
  direction: PlanDirection | null,
): Promise<Block> => {
  const parts: Block[] = [];
  for (const part of connectedParts(scene, items)) {
    const ids = new Set(part.flatMap((item) => subtreeOf(scene, item)).map((item) => item.id));
    const edges = scene.edges.filter((edge) => ids.has(edge.from) && ids.has(edge.to));
    parts.push(await bestPart(scene, part, edges, direction));
  }
  return pack(parts, GROUP_GAP);
};

/** Whether a frame's contents are joined by edges, so that a flow shows them better than a stack. */
export const framedFlow = async (scene: Scene, frame: Item & { type: 'frame' }): Promise<Block> =>
  framed(frame, await flowBlock(scene, scene.childrenOf(frame.id), scene.direction));
