import type { ElkExtendedEdge, ElkNode, ElkPort } from 'elkjs/lib/elk-api.js';
import type { PlanDirection, PlanEdge } from '../../src/canvas/plan.ts';
import { FRAME_PADDING, FRAME_TITLE_HEIGHT, titleWidth } from './block.ts';
import type { Size } from './geometry.ts';
import { type Side, sideMidpoint } from './outline.ts';
import { type Item, isWithin, type Scene } from './scene.ts';
import { fitLabel } from './sizing.ts';

/** How ELK is asked to lay out one connected part of a flow. */
export type FlowStyle = { direction: PlanDirection; wrap: boolean };

const ROOT_OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.json.shapeCoords': 'ROOT',
  'elk.json.edgeCoords': 'ROOT',
  'elk.padding': '[top=0,left=0,bottom=0,right=0]',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.cycleBreaking.strategy': 'DEPTH_FIRST',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.thoroughness': '10',
  'elk.randomSeed': '1',
};

/** Distances in pixels; ELK takes them per container. */
const SPACING = {
  'elk.spacing.nodeNode': '40',
  'elk.spacing.edgeNode': '24',
  'elk.spacing.edgeEdge': '16',
  'elk.spacing.edgeLabel': '6',
  'elk.spacing.labelNode': '8',
  'elk.spacing.nodeSelfLoop': '24',
  'elk.layered.spacing.nodeNodeBetweenLayers': '56',
  'elk.layered.spacing.edgeNodeBetweenLayers': '24',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '16',
};

const WRAPPING = {
  'elk.layered.wrapping.strategy': 'MULTI_EDGE',
  'elk.layered.wrapping.additionalEdgeSpacing': '24',
  'elk.aspectRatio': '1.7',
};

const SIDES: Record<PlanDirection, { enter: Side; leave: [Side, Side, Side] }> = {
  right: { enter: 'left', leave: ['right', 'bottom', 'top'] },
  down: { enter: 'top', leave: ['bottom', 'right', 'left'] },
};

const ELK_SIDE: Record<Side, string> = { left: 'WEST', right: 'EAST', top: 'NORTH', bottom: 'SOUTH' };

const portId = (id: string, side: Side): string => `${id}:${side}`;

const vertexPorts = (id: string, size: Size): ElkPort[] =>
  (['left', 'right', 'top', 'bottom'] as const).map((side) => ({
    id: portId(id, side),
    ...sideMidpoint({ x: 0, y: 0, ...size }, side),
    width: 0,
    height: 0,
    layoutOptions: { 'elk.port.side': ELK_SIDE[side] },
  }));

const frameNode = (scene: Scene, item: Item, style: FlowStyle): ElkNode => {
  const title = item.type === 'frame' ? titleWidth(item.title) : 0;
  return {
    id: item.id,
    children: scene.childrenOf(item.id).map((child) => elkNode(scene, child, style)),
    layoutOptions: {
      ...SPACING,
      'elk.padding': `[top=${FRAME_TITLE_HEIGHT},left=${FRAME_PADDING},bottom=${FRAME_PADDING},right=${FRAME_PADDING}]`,
      'elk.nodeSize.constraints': 'MINIMUM_SIZE',
      'elk.nodeSize.minimum': `(${Math.max(160, title)}, 96)`,
    },
  };
};

const elkNode = (scene: Scene, item: Item, style: FlowStyle): ElkNode => {
  const size = scene.fitted.get(item.id);
  if (!size) return frameNode(scene, item, style);
  const { width, height } = size;
  if (item.type !== 'node' || item.shape !== 'diamond') return { id: item.id, width, height };
  return {
    id: item.id,
    width,
    height,
    ports: vertexPorts(item.id, size),
    layoutOptions: { 'elk.portConstraints': 'FIXED_POS' },
  };
};

/** Ends of an edge: a vertex for a diamond, the node itself otherwise. */
const endsOf = (
  scene: Scene,
  edge: PlanEdge,
  branch: number,
  direction: PlanDirection,
): { source: string; target: string } => {
  const isDiamond = (id: string): boolean => {
    const item = scene.items.get(id);
    return item?.type === 'node' && item.shape === 'diamond';
  };
  const { enter, leave } = SIDES[direction];
  return {
    source: isDiamond(edge.from) ? portId(edge.from, leave[branch % 3] ?? leave[0]) : edge.from,
    target: isDiamond(edge.to) ? portId(edge.to, enter) : edge.to,
  };
};

const elkEdges = (scene: Scene, edges: readonly PlanEdge[], direction: PlanDirection): ElkExtendedEdge[] => {
  const branches = new Map<string, number>();
  return edges.map((edge) => {
    const branch = branches.get(edge.from) ?? 0;
    branches.set(edge.from, branch + 1);
    const { source, target } = endsOf(scene, edge, branch, direction);
    const label = edge.label?.trim() ? fitLabel(edge.label) : null;
    return {
      id: edge.id,
      sources: [source],
      targets: [target],
      ...(label && {
        labels: [
          {
            text: label.lines.join('\n'),
            width: label.width,
            height: label.height,
            layoutOptions: { 'elk.edgeLabels.inline': 'true', 'elk.edgeLabels.placement': 'CENTER' },
          },
        ],
      }),
    };
  });
};

/** Edges that ELK can't route: between a frame and something inside it. */
const isNested = (scene: Scene, { from, to }: PlanEdge): boolean =>
  from !== to && (isWithin(scene, from, to) || isWithin(scene, to, from));

/** The graph that ELK lays out for some items, all that they hold, and the edges among all these. */
export const flowGraph = (
  scene: Scene,
  items: readonly Item[],
  edges: readonly PlanEdge[],
  style: FlowStyle,
): ElkNode => ({
  id: 'root',
  children: items.map((item) => elkNode(scene, item, style)),
  edges: elkEdges(
    scene,
    edges.filter((edge) => !isNested(scene, edge)),
    style.direction,
  ),
  layoutOptions: {
    ...ROOT_OPTIONS,
    ...SPACING,
    'elk.direction': style.direction === 'right' ? 'RIGHT' : 'DOWN',
    ...(style.wrap ? WRAPPING : { 'elk.hierarchyHandling': 'INCLUDE_CHILDREN' }),
  },
});
