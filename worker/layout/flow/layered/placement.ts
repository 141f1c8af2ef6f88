import { type Box, centreOf, type Point, type Size } from '../../../../src/canvas/model/geometry.ts';
import type { PlanDirection, PlanEdge } from '../../../../src/canvas/model/plan.ts';
import { fitLabel } from '../../../../src/canvas/text/sizing.ts';
import { FRAME_PADDING, FRAME_TITLE_HEIGHT, titleWidth } from '../../scene/block.ts';
import { type Item, isWithin, type Scene } from '../../scene/scene.ts';
import type { FlowOrder } from './flowOrder.ts';
import { type FlowStyle, STEP_GAP } from './flowStyle.ts';
import { flattenSpline, type GraphvizDrawing, inches, numbersOf, pointOf, runGraphviz } from './graphviz.ts';

/** How `dot` leads a connector: points of its curve along the flow, and the centre of its label. */
export type Course = { points: Point[]; labelAt: Point | null };

/** Where `dot` puts items, and how it leads the connectors between those that hold nothing. */
export type Placement = Size & { boxes: ReadonlyMap<string, Box>; courses: ReadonlyMap<string, Course> };

const quoted = (id: string): string => `"${id}"`;
/** A label that takes so much room. What is drawn there does not matter. */
const roomOf = ({ width, height }: Size): string =>
  `<<TABLE FIXEDSIZE="TRUE" WIDTH="${Math.ceil(width)}" HEIGHT="${Math.ceil(height)}" BORDER="0"><TR><TD></TD></TR></TABLE>>`;

const EMPTY_FRAME_HEIGHT = 96;
/** Gap between frames, in pixels. */
export const FRAME_GAP = 32;
/** Ranks that the edges of a flow span, in sum; the time that `dot` takes grows with the square of it. */
const MOST_SPANS = 3_000;
/** For a flow that spans more: few rounds, and straight connectors. It has so many crossings that more hardly help. */
const QUICK = 'splines=line; mclimit=0.3; nslimit=0.5; searchsize=5;';

/** Places items and what they hold with `dot` of Graphviz: in ranks along the flow, with few crossings. */
export async function placeItems(
  scene: Scene,
  items: readonly Item[],
  edges: readonly PlanEdge[],
  style: FlowStyle,
): Promise<Placement> {
  const joined = edges.filter((edge) => !isNested(scene, edge));
  return readDrawing(await runGraphviz(sourceOf(scene, items, joined, style), 'dot'), joined);
}

function sourceOf(
  scene: Scene,
  items: readonly Item[],
  edges: readonly PlanEdge[],
  style: FlowStyle,
): string {
  const main = mainCourse(scene, edges, style.order);
  // A label has a rank of its own between those of its ends.
  const ranksPerStep = edges.some(isLabelled) ? 2 : 1;
  const isQuick = ranksPerStep * spansOf(edges, style.order) > MOST_SPANS;
  return [
    'digraph {',
    `rankdir=${style.direction === 'right' ? 'LR' : 'TB'}; newrank=true; margin=${FRAME_GAP};`,
    `nodesep=${inches(style.spread)}; ranksep=${inches(STEP_GAP / ranksPerStep)};`,
    ...(isQuick ? [QUICK] : []),
    'node [shape=box, fixedsize=true, label=""]; edge [arrowhead=none];',
    ...contentsOf(scene, items, style),
    ...edges.filter(isLabelled).map((edge) => {
      const node = labelNode(scene, edge, main.has(edge.id), style.direction);
      return inFrames(scene, edge, node, scene.parentOf(items[0]?.id ?? ''));
    }),
    ...edgesOf(scene, edges, style, main, ranksPerStep),
    '}',
  ].join('\n');
}

/** How many steps of the longest path the edges span, in sum. */
function spansOf(edges: readonly PlanEdge[], { depths }: FlowOrder): number {
  const depthOf = (id: string): number => depths.get(id) ?? 0;
  return edges.reduce((sum, { from, to }) => sum + Math.abs(depthOf(to) - depthOf(from)), 0);
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
    return [nodeOf(item.id, sizeOf(scene, item))];
  });
}

const nodeOf = (id: string, { width, height }: Size): string =>
  `${quoted(id)} [width=${inches(width)}, height=${inches(height)}];`;

function sizeOf(scene: Scene, item: Item): Size {
  const least = { width: 160, height: EMPTY_FRAME_HEIGHT };
  if (item.type === 'frame') return { ...least, width: Math.max(least.width, titleWidth(item.title)) };
  return scene.fitted.get(item.id) ?? least;
}

const isLabelled = ({ label }: PlanEdge): boolean => Boolean(label?.trim());
const labelId = ({ id }: Pick<PlanEdge, 'id'>): string => `label ${id}`;

/**
 * The label of an edge as a node. That of the main way out of a diamond takes the breadth of the diamond, so that the
 * other ways lead straight on from its vertices.
 */
function labelNode(scene: Scene, edge: PlanEdge, isMain: boolean, direction: PlanDirection): string {
  const { width, height } = fitLabel(edge.label ?? '');
  const room = isMain && isDiamond(scene, edge.from) ? scene.fitted.get(edge.from) : undefined;
  const size =
    direction === 'right'
      ? { width, height: Math.max(height, room?.height ?? 0) }
      : { width: Math.max(width, room?.width ?? 0), height };
  return nodeOf(labelId(edge), size);
}

/** A node of an edge in the frames that hold both ends, up to the one that the whole drawing lies in. */
function inFrames(scene: Scene, { from, to }: PlanEdge, node: string, outermost: string | null): string {
  let source = node;
  for (let frame = scene.parentOf(from); frame !== outermost && frame !== null; frame = scene.parentOf(frame))
    if (isWithin(scene, to, frame)) source = `subgraph ${quoted(`cluster_${frame}`)} { ${source} }`;
  return source;
}

/** Weights of edges: what has more is straighter and shorter. A label is nearer to where its edge comes from. */
const [MAIN_WEIGHT, WEIGHT, SOURCE_WEIGHT] = [400, 100, 2];
/** Number of different weights: with equal ones before and after a step, `dot` may move it to a rank of labels. */
const WEIGHT_VARIETY = 37;

function edgesOf(
  scene: Scene,
  edges: readonly PlanEdge[],
  { order }: FlowStyle,
  main: ReadonlySet<string>,
  ranksPerStep: number,
): string[] {
  return edges.flatMap((edge, at) => {
    const isBack = order.back.has(edge.id);
    const variety = ranksPerStep > 1 ? at % WEIGHT_VARIETY : 0;
    const weight = (main.has(edge.id) ? MAIN_WEIGHT : WEIGHT) + variety;
    const [from, to] = isBack ? [edge.to, edge.from] : [edge.from, edge.to];
    const [start, end] = [innermost(scene, from, -1), innermost(scene, to, 0)].map(quoted);
    const line = (tail = '', head = '', attributes: string) => `${tail} -> ${head} [${attributes}];`;
    if (!isLabelled(edge))
      return [line(start, end, `id=${quoted(edge.id)}, weight=${weight}, minlen=${ranksPerStep}`)];
    const weights = isBack ? [weight, weight * SOURCE_WEIGHT] : [weight * SOURCE_WEIGHT, weight];
    return [
      line(start, quoted(labelId(edge)), `id=${quoted(`${edge.id} 1`)}, weight=${weights[0]}`),
      line(quoted(labelId(edge)), end, `id=${quoted(`${edge.id} 2`)}, weight=${weights[1]}`),
    ];
  });
}

/**
 * The edges of the courses that lead straight on from each start: at each step the way that leads further than the
 * others; of two that lead out of a diamond equally far, the first. Exceptions turn aside.
 */
function mainCourse(
  scene: Scene,
  edges: readonly PlanEdge[],
  { back, depths, remaining }: FlowOrder,
): Set<string> {
  const lead = (edge: PlanEdge): number => (back.has(edge.id) ? -1 : (remaining.get(edge.to) ?? 0));
  const leaving = Map.groupBy(edges, ({ from }) => from);
  const mainOf = (id: string): PlanEdge | null => {
    const ways = leaving.get(id) ?? [];
    const [first, second] = ways.toSorted((a, b) => lead(b) - lead(a));
    if (!first || back.has(first.id)) return null;
    const isFurther = !second || lead(first) > lead(second);
    return isFurther || (ways.length === 2 && isDiamond(scene, id)) ? first : null;
  };
  const main = new Set<string>();
  for (const [id, depth] of depths) {
    if (depth > 0) continue;
    for (let edge = mainOf(id); edge && !main.has(edge.id); edge = mainOf(edge.to)) main.add(edge.id);
  }
  return main;
}

function isDiamond(scene: Scene, id: string): boolean {
  const item = scene.items.get(id);
  return item?.type === 'node' && item.shape === 'diamond';
}

/** Edges that have no place in ranks: loops on one step, and from a frame to what it holds. */
const isNested = (scene: Scene, { from, to }: PlanEdge): boolean =>
  from === to || isWithin(scene, from, to) || isWithin(scene, to, from);

/** The node that stands for an end: `dot` joins nodes only. @param at 0 for the first node of a frame, -1 for the last */
function innermost(scene: Scene, id: string, at: number): string {
  const child = scene.childrenOf(id).at(at);
  return child ? innermost(scene, child.id, at) : id;
}

function readDrawing({ bb, objects, edges }: GraphvizDrawing, joined: readonly PlanEdge[]): Placement {
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
  const lines = new Map(edges.map(({ id, pos }) => [id, flattenSpline(pos)]));
  const courses = new Map(
    joined.map((edge): [string, Course] => {
      const label = boxes.get(labelId(edge));
      boxes.delete(labelId(edge));
      const parts = label ? [`${edge.id} 1`, `${edge.id} 2`] : [edge.id];
      return [
        edge.id,
        {
          points: parts.flatMap((part) => lines.get(part) ?? []),
          labelAt: label ? centreOf(label) : null,
        },
      ];
    }),
  );
  return { width: right - left, height: Math.max(y1, y2) - top, boxes, courses };
}

/** Both corners are rounded, so that what is aligned stays aligned. */
function boxOf([x1 = 0, y1 = 0, x2 = 0, y2 = 0]: number[]): Box {
  const [x, y] = [Math.round(Math.min(x1, x2)), Math.round(Math.min(y1, y2))];
  return { x, y, width: Math.round(Math.max(x1, x2)) - x, height: Math.round(Math.max(y1, y2)) - y };
}
