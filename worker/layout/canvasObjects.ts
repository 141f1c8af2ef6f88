import {
  type Box,
  boundsOf,
  crosses,
  inflate,
  overlaps,
  segmentsOf,
} from '../../src/canvas/model/geometry.ts';
import type { CanvasObject, Connector, Frame, ObjectColor, Shape } from '../../src/canvas/model/object.ts';
import type { PlanEdge, PlanFrame, PlanNode } from '../../src/canvas/model/plan.ts';
import { distanceToOutline, outlineOf } from '../../src/canvas/model/routes/outline.ts';
import { fitToWidth } from '../../src/canvas/text/sizing.ts';
import { swotSlotOf } from './diagrams/swot.ts';
import { connect } from './routing/connect.ts';
import type { Block, Route } from './scene/block.ts';
import { classFrame, compartmentShapes, isClassBox } from './scene/classBox.ts';
import { isForest } from './scene/forest.ts';
import { placeLabels } from './scene/labels.ts';
import { colorOf, isWithin, type Scene, shapeKindOf, titleBoxes } from './scene/scene.ts';

const NOWHERE: Box = { x: 0, y: 0, width: 160, height: 64 };

/** The colours that the planners' SWOT gives the notes, so that a quadrant and its notes are one. */
const SWOT_COLORS = {
  strengths: 'green',
  weaknesses: 'orange',
  opportunities: 'blue',
  threats: 'red',
} as const;

const nodesOf = (scene: Scene): PlanNode[] =>
  [...scene.items.values()].filter((item) => item.type === 'node');

/** Frames with those that hold others before them, so that they are drawn behind. */
const framesOf = (scene: Scene, parent: string | null = null): PlanFrame[] =>
  scene
    .childrenOf(parent)
    .filter((item) => item.type === 'frame')
    .flatMap((frame) => [frame, ...framesOf(scene, frame.id)]);

/** Whether a way can be kept: from outline to outline, clear of other shapes and of frames' titles. */
function isSound(
  scene: Scene,
  { boxes }: Block,
  titles: readonly Box[],
  edge: PlanEdge,
  route: Route,
): boolean {
  const [start, end] = [route.points[0], route.points.at(-1)];
  if (!start || !end || route.points.length < 2) return false;
  const touches = (id: string, point: { x: number; y: number }): boolean => {
    const [item, box] = [scene.items.get(id), boxes.get(id)];
    const kind = item?.type === 'node' ? shapeKindOf(item) : 'FRAME';
    return box !== undefined && distanceToOutline(outlineOf(kind), box, point) <= 2;
  };
  const pieces = segmentsOf(route.points);
  const reach = boundsOf(route.points.map(({ x, y }) => ({ x, y, width: 0, height: 0 })));
  const isClear = [...boxes].every(
    ([id, box]) =>
      scene.items.get(id)?.type !== 'node' ||
      id === edge.from ||
      id === edge.to ||
      reach === null ||
      !overlaps(reach, box) ||
      pieces.every((piece) => !crosses(piece, box)),
  );
  const hidesTitle = titles.some((box) => pieces.some((piece) => crosses(piece, box)));
  return isClear && !hidesTitle && touches(edge.from, start) && touches(edge.to, end);
}

/** Whether a way passes through a frame that holds neither of its ends, and is no lane. */
function isThroughFrame(
  scene: Scene,
  { boxes }: Block,
  { from, to }: PlanEdge,
  { points, crossesLanes }: Route,
): boolean {
  if (crossesLanes) return false;
  const isForeign = (id: string): boolean =>
    [from, to].every((end) => !isWithin(scene, end, id) && !isWithin(scene, id, end));
  return framesOf(scene).some(({ id }) => {
    const box = boxes.get(id);
    return (
      box !== undefined &&
      isForeign(id) &&
      segmentsOf(points).some((piece) => crosses(piece, inflate(box, -2)))
    );
  });
}

/**
 * Ways from the layout where they hold up, newly found ones for the rest, and for those through frames where that
 * leads around the frames; all with their labels placed.
 */
function routesOf(scene: Scene, block: Block): Map<string, Route> {
  const titles = titleBoxes(scene, block.boxes);
  const given = new Map(
    scene.edges.flatMap((edge) => {
      const route = block.routes.get(edge.id);
      return route && isSound(scene, block, titles, edge, route) ? [[edge.id, route] as const] : [];
    }),
  );
  const isThrough = (edge: PlanEdge, route: Route | undefined): boolean =>
    route !== undefined && isThroughFrame(scene, block, edge, route);
  const kept = new Map(given);
  for (const edge of scene.edges) if (isThrough(edge, given.get(edge.id))) kept.delete(edge.id);
  const missing = scene.edges.filter((edge) => !kept.has(edge.id));
  const found = connect(scene, block, missing, kept);
  for (const edge of missing) {
    const [before, after] = [given.get(edge.id), found.get(edge.id)];
    if (before && isThrough(edge, after)) found.set(edge.id, before);
  }
  const shapes = nodesOf(scene).flatMap(({ id }) => block.boxes.get(id) ?? []);
  const solid = [...shapes, ...titles];
  const none: Route = { points: [], labelAt: null };
  return placeLabels(
    scene.edges.map((edge) => ({
      id: edge.id,
      route: kept.get(edge.id) ?? found.get(edge.id) ?? none,
      label: edge.label?.trim() || null,
    })),
    solid,
  );
}

function frameColor(scene: Scene, frame: PlanFrame): ObjectColor {
  const slot = scene.layout === 'swot' ? swotSlotOf(frame) : null;
  return slot ? SWOT_COLORS[slot] : 'neutral';
}

const frameObject = (scene: Scene, frame: PlanFrame, box: Box, zIndex: number): Frame => ({
  kind: 'FRAME',
  id: frame.id,
  zIndex,
  ...box,
  parentId: scene.parentOf(frame.id),
  title: frame.title,
  color: frameColor(scene, frame),
});

function shapeObject(scene: Scene, node: PlanNode, box: Box, zIndex: number): Shape {
  const kind = shapeKindOf(node);
  const { lines, fontSize } = fitToWidth(kind, node.text, box.width, scene.fontSizeOf(node));
  return {
    kind: 'SHAPE',
    id: node.id,
    zIndex,
    ...box,
    parentId: scene.parentOf(node.id),
    shape: kind,
    text: node.text,
    lines,
    fontSize,
    color: colorOf(node),
  };
}

/** In a tree the place says which end is the parent; where a child has several, only an arrowhead can. */
const hasArrowheads = (scene: Scene): boolean =>
  scene.layout === 'tree' ? !isForest(scene, scene.childrenOf(null)) : scene.layout !== 'mindmap';

/**
 * The arrowheads of a plan's connector.
 * @param forward Whether the layout gives connectors an arrowhead where the plan does not say.
 */
export function headsOf(
  { ends }: Pick<PlanEdge, 'ends'>,
  forward: boolean,
): Pick<Connector, 'arrowhead' | 'startArrowhead'> {
  if (ends === 'both') return { arrowhead: true, startArrowhead: true };
  return { arrowhead: ends !== 'none' && forward };
}

function connectorObject(
  edge: PlanEdge,
  route: Route | undefined,
  zIndex: number,
  arrowhead: boolean,
): Connector {
  const label = edge.label?.trim() || null;
  return {
    kind: 'CONNECTOR',
    id: edge.id,
    zIndex,
    fromId: edge.from,
    toId: edge.to,
    points: route?.points ?? [],
    label,
    labelAt: label === null ? null : (route?.labelAt ?? null),
    style: edge.style === 'dashed' ? 'DASHED' : 'SOLID',
    color: 'neutral',
    ...headsOf(edge, arrowhead),
  };
}

/** Converts a laid-out block to canvas objects: frames, then connectors, then shapes. */
export function canvasObjects(scene: Scene, block: Block): CanvasObject[] {
  const routes = routesOf(scene, block);
  const boxOf = (id: string): Box => block.boxes.get(id) ?? NOWHERE;
  const frames = framesOf(scene);
  const objects: CanvasObject[] = frames.map((frame, index) =>
    frameObject(scene, frame, boxOf(frame.id), index),
  );
  for (const node of nodesOf(scene).filter(isClassBox)) {
    const look = { color: colorOf(node), parentId: scene.parentOf(node.id) };
    objects.push(classFrame(node, boxOf(node.id), look, objects.length));
  }
  const arrowheads = hasArrowheads(scene);
  for (const edge of scene.edges)
    objects.push(connectorObject(edge, routes.get(edge.id), objects.length, arrowheads));
  for (const node of nodesOf(scene))
    objects.push(
      ...(isClassBox(node)
        ? compartmentShapes(node, boxOf(node.id), colorOf(node), objects.length)
        : [shapeObject(scene, node, boxOf(node.id), objects.length)]),
    );
  return objects;
}
