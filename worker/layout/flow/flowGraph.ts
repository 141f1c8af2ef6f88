import type { ElkExtendedEdge, ElkLabel, ElkNode, ElkPort } from 'elkjs/lib/elk-api.js';
import type { Size } from '../../../src/canvas/model/geometry.ts';
import { type Side, sideMidpoint } from '../../../src/canvas/model/outline.ts';
import type { PlanDirection, PlanEdge } from '../../../src/canvas/model/plan.ts';
import { fitLabel } from '../../../src/canvas/text/sizing.ts';
import { FRAME_PADDING, FRAME_TITLE_HEIGHT, titleWidth } from '../scene/block.ts';
import { type Item, isWithin, type Scene, subtreeOf } from '../scene/scene.ts';
import type { FlowOrder } from './flowOrder.ts';

/** Options for the layout of one connected part of a flow. */
export type FlowStyle = {
  direction: PlanDirection;
  /** The order of the steps. Edges that lead back use the sides of steps, so that the main path stays straight. */
  order: FlowOrder;
  /** Gap between parallel steps, in pixels. */
  spread: number;
};

const ROOT_OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.json.shapeCoords': 'ROOT',
  'elk.json.edgeCoords': 'ROOT',
  'elk.padding': '[top=0,left=0,bottom=0,right=0]',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.cycleBreaking.strategy': 'DEPTH_FIRST',
  'elk.randomSeed': '1',
};

/** Beyond so many steps and edges the faster ways of ordering and placing steps are taken: a fifth of the time. */
const SMALL = 60;

/** Gaps in pixels: between consecutive steps, the same with a label between them, and between parallel steps. */
export const STEP_GAP = 56;
export const LABEL_GAP = 120;
export const STEP_SPREAD = 32;

/** Distances in pixels; ELK takes them per container. */
const SPACING = {
  'elk.spacing.edgeNode': '24',
  'elk.spacing.edgeEdge': '16',
  'elk.spacing.edgeLabel': '6',
  'elk.spacing.labelNode': '8',
  'elk.spacing.nodeSelfLoop': '24',
  'elk.layered.spacing.nodeNodeBetweenLayers': `${STEP_GAP}`,
  'elk.layered.spacing.edgeNodeBetweenLayers': '24',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '16',
};

const SIDES: Record<PlanDirection, { enter: Side; leave: [Side, Side, Side] }> = {
  right: { enter: 'left', leave: ['right', 'bottom', 'top'] },
  down: { enter: 'top', leave: ['bottom', 'right', 'left'] },
};

const ELK_SIDE: Record<Side, string> = { left: 'WEST', right: 'EAST', top: 'NORTH', bottom: 'SOUTH' };

const portId = (id: string, side: Side): string => `${id}:${side}`;

const sidePorts = (id: string, size: Size): ElkPort[] =>
  (['left', 'right', 'top', 'bottom'] as const).map((side) => ({
    id: portId(id, side),
    ...sideMidpoint({ x: 0, y: 0, ...size }, side),
    width: 0,
    height: 0,
    layoutOptions: { 'elk.port.side': ELK_SIDE[side] },
  }));

function frameNode(scene: Scene, item: Item, style: FlowStyle): ElkNode {
  const title = item.type === 'frame' ? titleWidth(item.title) : 0;
  return {
    id: item.id,
    children: scene.childrenOf(item.id).map((child) => elkNode(scene, child, style)),
    layoutOptions: {
      ...SPACING,
      'elk.spacing.nodeNode': `${style.spread}`,
      'elk.padding': `[top=${FRAME_TITLE_HEIGHT},left=${FRAME_PADDING},bottom=${FRAME_PADDING},right=${FRAME_PADDING}]`,
      'elk.nodeSize.constraints': 'MINIMUM_SIZE',
      'elk.nodeSize.minimum': `(${Math.max(160, title)}, 96)`,
    },
  };
}

function elkNode(scene: Scene, item: Item, style: FlowStyle): ElkNode {
  const size = scene.fitted.get(item.id);
  if (!size) return frameNode(scene, item, style);
  return {
    id: item.id,
    width: size.width,
    height: size.height,
    ports: sidePorts(item.id, size),
    layoutOptions: { 'elk.portConstraints': 'FIXED_POS' },
  };
}

/** Hands out the sides on which edges leave and enter, so that the main course of a flow stays straight. */
function sideChooser(
  scene: Scene,
  { direction, order: { back } }: FlowStyle,
): (edge: PlanEdge) => { source: string; target: string } {
  const { enter, leave } = SIDES[direction];
  const left = new Map<string, number>();
  const nth = (key: string): number => {
    const before = left.get(key) ?? 0;
    left.set(key, before + 1);
    return before;
  };
  const isDiamond = (id: string): boolean => {
    const item = scene.items.get(id);
    return item?.type === 'node' && item.shape === 'diamond';
  };
  const sideOut = (edge: PlanEdge): Side => {
    if (isDiamond(edge.from)) {
      // The way ahead keeps the vertex ahead, also when the way back was named first.
      const turn = nth(`${edge.from} ${back.has(edge.id) ? 'aside' : 'ahead'}`);
      return leave[Math.min(2, back.has(edge.id) ? turn + 1 : turn)] ?? leave[0];
    }
    if (back.has(edge.id)) return leave[1];
    // Of parallel edges only the first takes the straight way.
    return leave[nth(`${edge.from} ${edge.to}`) % 3] ?? leave[0];
  };
  const sideIn = (edge: PlanEdge): Side => {
    // What leads back to a decision joins the way into it: its other vertices are for the ways out.
    if (back.has(edge.id)) return isDiamond(edge.to) ? enter : leave[1];
    const turn = nth(`in ${edge.from} ${edge.to}`);
    return turn === 0 ? enter : (leave[turn % 3] ?? enter);
  };
  const end = (id: string, side: Side): string => (scene.fitted.has(id) ? portId(id, side) : id);
  return (edge) => ({ source: end(edge.from, sideOut(edge)), target: end(edge.to, sideIn(edge)) });
}

function elkLabel(text: string): ElkLabel {
  const { lines, width, height } = fitLabel(text);
  return {
    text: lines.join('\n'),
    width,
    height,
    layoutOptions: { 'elk.edgeLabels.inline': 'true', 'elk.edgeLabels.placement': 'CENTER' },
  };
}

function elkEdges(scene: Scene, edges: readonly PlanEdge[], style: FlowStyle): ElkExtendedEdge[] {
  const sidesOf = sideChooser(scene, style);
  const { back, remaining } = style.order;
  // The way that leads furthest is the main course: it goes straight on, and exceptions turn aside.
  const lead = (edge: PlanEdge): number => (back.has(edge.id) ? -1 : (remaining.get(edge.to) ?? 0));
  const led = new Set<string>();
  return edges
    .toSorted((a, b) => lead(b) - lead(a))
    .map((edge) => {
      const { source, target } = sidesOf(edge);
      const labels = edge.label?.trim() ? [elkLabel(edge.label)] : [];
      const isMain = !back.has(edge.id) && !led.has(edge.from);
      led.add(edge.from);
      const layoutOptions = { 'elk.layered.priority.straightness': isMain ? '10' : '1' };
      return { id: edge.id, sources: [source], targets: [target], labels, layoutOptions };
    });
}

/** Edges that ELK can't route: loops on one step (its ports are fixed), and from a frame to what it holds. */
const isNested = (scene: Scene, { from, to }: PlanEdge): boolean =>
  from === to || isWithin(scene, from, to) || isWithin(scene, to, from);

const CAREFUL = {
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.thoroughness': '7',
};
const QUICK = { 'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF', 'elk.layered.thoroughness': '2' };

const isSmall = (scene: Scene, items: readonly Item[], edges: readonly PlanEdge[]): boolean =>
  items.reduce((sum, item) => sum + subtreeOf(scene, item).length, 0) + edges.length <= SMALL;

/** Steps in the order in which the flow comes to them: ELK breaks loops where the order says. */
const inCourse = (items: readonly Item[], { order }: FlowStyle): Item[] =>
  items.toSorted((a, b) => (order.depths.get(a.id) ?? 0) - (order.depths.get(b.id) ?? 0));

/** Builds the ELK graph of some items, their contents, and the edges between all of these. */
export function flowGraph(
  scene: Scene,
  items: readonly Item[],
  edges: readonly PlanEdge[],
  style: FlowStyle,
): ElkNode {
  return {
    id: 'root',
    children: inCourse(items, style).map((item) => elkNode(scene, item, style)),
    edges: elkEdges(
      scene,
      edges.filter((edge) => !isNested(scene, edge)),
      style,
    ),
    layoutOptions: {
      ...ROOT_OPTIONS,
      ...SPACING,
      'elk.spacing.nodeNode': `${style.spread}`,
      ...(isSmall(scene, items, edges) ? CAREFUL : QUICK),
      'elk.direction': style.direction === 'right' ? 'RIGHT' : 'DOWN',
      'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
    },
  };
}
