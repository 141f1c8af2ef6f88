import type { ElkNode } from 'elkjs/lib/elk-api.js';
import type { Box, Point } from '../../../src/canvas/model/geometry.ts';
import { extendToOutline, outlineOf } from '../../../src/canvas/model/outline.ts';
import type { PlanEdge } from '../../../src/canvas/model/plan.ts';
import type { Block, Route } from '../scene/block.ts';
import { type Item, type Scene, shapeKindOf } from '../scene/scene.ts';
import { runElk } from './elk.ts';
import { type FlowStyle, flowGraph } from './flowGraph.ts';

const rounded = ({ x, y }: Point): Point => ({ x: Math.round(x), y: Math.round(y) });

function boxesOf(node: ElkNode, boxes = new Map<string, Box>()): Map<string, Box> {
  for (const child of node.children ?? []) {
    const { x = 0, y = 0, width = 0, height = 0 } = child;
    // Both corners are rounded, so that what ELK aligned stays aligned.
    const [from, to] = [rounded({ x, y }), rounded({ x: x + width, y: y + height })];
    boxes.set(child.id, { ...from, width: to.x - from.x, height: to.y - from.y });
    boxesOf(child, boxes);
  }
  return boxes;
}

function routesOf(graph: ElkNode): Map<string, Route> {
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
}

/** ELK takes every node for a rectangle: ends on ellipses are drawn out to the curve. */
function withEndsOnOutlines(
  scene: Scene,
  boxes: ReadonlyMap<string, Box>,
  edge: PlanEdge,
  route: Route,
): Route {
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
}

/** Lays out connected items, their contents, and the edges between these in layers along a direction. */
export async function layeredBlock(
  scene: Scene,
  items: readonly Item[],
  edges: readonly PlanEdge[],
  style: FlowStyle,
): Promise<Block> {
  const graph = await runElk(flowGraph(scene, items, edges, style));
  const boxes = boxesOf(graph);
  const routes = routesOf(graph);
  for (const edge of edges) {
    const route = routes.get(edge.id);
    if (route) routes.set(edge.id, withEndsOnOutlines(scene, boxes, edge, route));
  }
  return { width: Math.ceil(graph.width ?? 0), height: Math.ceil(graph.height ?? 0), boxes, routes };
}
