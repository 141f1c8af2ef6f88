import type { Box, Point, Size } from '../../../../src/canvas/model/geometry.ts';
import type { PlanEdge } from '../../../../src/canvas/model/plan.ts';
import { fitLabel } from '../../../../src/canvas/text/sizing.ts';
import { FRAME_PADDING, FRAME_TITLE_HEIGHT, titleWidth } from '../../scene/block.ts';
import { type Item, isWithin, type Scene } from '../../scene/scene.ts';
import type { FlowOrder } from './flowOrder.ts';
import { type FlowStyle, STEP_GAP } from './flowStyle.ts';
import { type DotDrawing, flattenSpline, numbersOf, pointOf, runDot } from './graphviz.ts';

/** How `dot` leads a connector: points of its curve along the flow, and the centre of its label. */
export type Course = { points: Point[]; labelAt: Point | null };

/** Where `dot` puts items, and how it leads the connectors between those that hold nothing. */
export type Placement = Size & { boxes: ReadonlyMap<string, Box>; courses: ReadonlyMap<string, Course> };

/** Graphviz measures in inches of 72 pixels. */
const inches = (pixels: number): string => (pixels / 72).toFixed(4);
const quoted = (id: string): string => `"${id}"`;
/** A label that takes so much room. What is drawn there does not matter. */
const roomOf = ({ width, height }: Size): string =>
  `<<TABLE FIXEDSIZE="TRUE" WIDTH="${Math.ceil(width)}" HEIGHT="${Math.ceil(height)}" BORDER="0"><TR><TD></TD></TR></TABLE>>`;

const EMPTY_FRAME_HEIGHT = 96;
/** Gap between frames, in pixels. */
export const FRAME_GAP = 32;
/** Beyond so many steps and edges `dot` gets less time to reduce crossings. */
const LARGE = 400;

/** Places items and what they hold with `dot` of Graphviz: in ranks along the flow, with few crossings. */
export async function placeItems(
  scene: Scene,
  items: readonly Item[],
  edges: readonly PlanEdge[],
  style: FlowStyle,
): Promise<Placement> {
  return readDrawing(await runDot(sourceOf(scene, items, edges, style)));
}

function sourceOf(
  scene: Scene,
  items: readonly Item[],
  edges: readonly PlanEdge[],
  style: FlowStyle,
): string {
  const isLarge = scene.items.size + edges.length > LARGE;
  return [
    'digraph {',
    `rankdir=${style.direction === 'right' ? 'LR' : 'TB'}; newrank=true; margin=${FRAME_GAP};`,
    `nodesep=${inches(style.spread)}; ranksep=${inches(STEP_GAP)};`,
    ...(isLarge ? ['mclimit=0.3; nslimit=2; searchsize=10;'] : []),
    'node [shape=box, fixedsize=true, label=""]; edge [arrowhead=none];',
    ...contentsOf(scene, items, style),
    ...edgesOf(scene, edges, style),
    '}',
  ].join('\n');
}

/** Steps in the order in which the flow comes to them. */
const inCourse = (items: readonly Item[], { order }: FlowStyle): Item[] =>
  items.toSorted((a, b) => (order.depths.get(a.id) ?? 0) - (order.depths.get(b.id) ?? 0));

function contentsOf(scene: Scene, items: readonly Item[], style: FlowStyle): string[] {
  return inCourse(items, style).flatMap((item) => {
    const contents = scene.childrenOf(item.id);
    if (item.type === 'frame' && contents.length > 0) {
      const title = roomOf({
        width: Math.max(titleWidth(item.title), 160) - 2 * FRAME_PADDING,
        height: FRAME_TITLE_HEIGHT - FRAME_PADDING,
      });
      return [
        `subgraph ${quoted(`cluster_${item.id}`)} { margin=${FRAME_PADDING}; labeljust=l; label=${title};`,
        ...contentsOf(scene, contents, style),
        '}',
      ];
    }
    const { width, height } = sizeOf(scene, item);
    return [`${quoted(item.id)} [width=${inches(width)}, height=${inches(height)}];`];
  });
}

function sizeOf(scene: Scene, item: Item): Size {
  const least = { width: 160, height: EMPTY_FRAME_HEIGHT };
  if (item.type === 'frame') return { ...least, width: Math.max(least.width, titleWidth(item.title)) };
  return scene.fitted.get(item.id) ?? least;
}

/** Weights of edges: what has more is straighter and shorter. */
const [MAIN_WEIGHT, WEIGHT] = [4, 1];

function edgesOf(scene: Scene, edges: readonly PlanEdge[], { order }: FlowStyle): string[] {
  const main = mainCourse(edges, order);
  return edges
    .filter((edge) => !isNested(scene, edge))
    .map((edge) => {
      const [from, to] = order.back.has(edge.id) ? [edge.to, edge.from] : [edge.from, edge.to];
      const label = edge.label?.trim() ? `, label=${roomOf(fitLabel(edge.label))}` : '';
      const weight = main.has(edge.id) ? MAIN_WEIGHT : WEIGHT;
      return `${quoted(innermost(scene, from, -1))} -> ${quoted(innermost(scene, to, 0))} [id=${quoted(edge.id)}, weight=${weight}${label}];`;
    });
}

/** Of the ways that leave a step, the one that leads further than the others: it goes straight on, exceptions turn aside. */
function mainCourse(edges: readonly PlanEdge[], { back, remaining }: FlowOrder): Set<string> {
  const lead = (edge: PlanEdge): number => remaining.get(edge.to) ?? 0;
  const forward = edges.filter((edge) => !back.has(edge.id));
  const main = [...Map.groupBy(forward, ({ from }) => from).values()].flatMap((leaving) => {
    const [first, second] = leaving.toSorted((a, b) => lead(b) - lead(a));
    return first && (!second || lead(first) > lead(second)) ? [first.id] : [];
  });
  return new Set(main);
}

/** Edges that have no place in ranks: loops on one step, and from a frame to what it holds. */
const isNested = (scene: Scene, { from, to }: PlanEdge): boolean =>
  from === to || isWithin(scene, from, to) || isWithin(scene, to, from);

/** The node that stands for an end: `dot` joins nodes only. @param at 0 for the first node of a frame, -1 for the last */
function innermost(scene: Scene, id: string, at: number): string {
  const child = scene.childrenOf(id).at(at);
  return child ? innermost(scene, child.id, at) : id;
}

function readDrawing({ bb, objects, edges }: DotDrawing): Placement {
  const [left = 0, y1 = 0, right = 0, y2 = 0] = numbersOf(bb);
  const top = Math.min(y1, y2);
  const boxes = new Map(
    objects.flatMap(({ name, bb: frame, pos, width, height }): [string, Box][] => {
      if (frame !== undefined) {
        // Frames are rounded inwards: else a gap could become too narrow.
        const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = numbersOf(frame);
        const [top, bottom] = [Math.min(y1, y2), Math.max(y1, y2)];
        return [
          [
            name.replace(/^cluster_/, ''),
            boxOf([Math.ceil(x1), Math.ceil(top), Math.floor(x2), Math.floor(bottom)]),
          ],
        ];
      }
      if (pos === undefined) return [];
      const [size, { x, y }] = [{ width: Number(width) * 72, height: Number(height) * 72 }, pointOf(pos)];
      return [
        [name, boxOf([x - size.width / 2, y - size.height / 2, x + size.width / 2, y + size.height / 2])],
      ];
    }),
  );
  const courses = new Map(
    edges.map(({ id, pos, lp }) => [
      id,
      { points: flattenSpline(pos), labelAt: lp === undefined ? null : pointOf(lp) },
    ]),
  );
  return { width: right - left, height: Math.max(y1, y2) - top, boxes, courses };
}

/** Both corners are rounded, so that what is aligned stays aligned. */
function boxOf([x1 = 0, y1 = 0, x2 = 0, y2 = 0]: number[]): Box {
  const [x, y] = [Math.round(Math.min(x1, x2)), Math.round(Math.min(y1, y2))];
  return { x, y, width: Math.round(Math.max(x1, x2)) - x, height: Math.round(Math.max(y1, y2)) - y };
}
