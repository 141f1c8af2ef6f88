import { type Box, boundsOf, centreOf, type Point } from '../../../src/canvas/model/geometry.ts';
import type { PlanEdge } from '../../../src/canvas/model/plan.ts';
import { outlineOf, outlineToward } from '../../../src/canvas/model/routes/outline.ts';
import { assemble, type Block, type Route } from '../scene/block.ts';
import { type Item, type Scene, shapeKindOf } from '../scene/scene.ts';
import { inches, pointOf, runGraphviz } from './layered/graphviz.ts';

/** Half of the least gap between shapes, and of that where connectors have labels, in pixels. */
const [SEPARATION, LABELLED_SEPARATION] = [20, 40];

/** Whether a part is a network: shapes that lines without a direction join in cycles. */
export function isNetwork(part: readonly Item[], edges: readonly PlanEdge[]): boolean {
  const hasDirection = edges.some(({ ends }) => ends !== 'none' && ends !== 'both');
  return !hasDirection && edges.length >= part.length && part.every(({ type }) => type === 'node');
}

/** Places the shapes of a network with `sfdp` of Graphviz: near those that they are joined to, by straight lines. */
export async function networkBlock(
  scene: Scene,
  part: readonly Item[],
  edges: readonly PlanEdge[],
): Promise<Block> {
  const { objects, edges: lines } = await runGraphviz(sourceOf(scene, part, edges), 'sfdp');
  const boxes = new Map(
    objects.flatMap(({ name, pos }): [string, Box][] => {
      const size = scene.fitted.get(name);
      if (pos === undefined || size === undefined) return [];
      const { x, y } = pointOf(pos);
      const place = { x: Math.round(x - size.width / 2), y: Math.round(y - size.height / 2) };
      return [[name, { ...place, width: size.width, height: size.height }]];
    }),
  );
  const byId = new Map(edges.map((edge) => [edge.id, edge]));
  // A second connector of a pair would lie on the first: the router leads it.
  const firsts = new Map(edges.toReversed().map((edge) => [pairOf(edge), edge.id]));
  const routes = new Map(
    lines.flatMap(({ id, pos }): [string, Route][] => {
      const edge = byId.get(id);
      if (!edge || firsts.get(pairOf(edge)) !== id) return [];
      const points = routeOf(scene, boxes, edge, bendsOf(pos));
      return points === null ? [] : [[id, { points, labelAt: null }]];
    }),
  );
  return fromOrigin(boxes, routes);
}

const pairOf = ({ from, to }: PlanEdge): string => [from, to].toSorted().join(' ');

function sourceOf(scene: Scene, part: readonly Item[], edges: readonly PlanEdge[]): string {
  const separation = edges.some(({ label }) => label?.trim()) ? LABELLED_SEPARATION : SEPARATION;
  return [
    `graph { overlap=prism; sep="+${separation}"; esep="+8"; splines=polyline; start=1;`,
    'node [shape=box, fixedsize=true, label=""];',
    ...part.flatMap(({ id }) => {
      const size = scene.fitted.get(id);
      return size ? [`"${id}" [width=${inches(size.width)}, height=${inches(size.height)}];`] : [];
    }),
    ...edges
      .filter(({ from, to }) => from !== to)
      .map(({ id, from, to }) => `"${from}" -- "${to}" [id="${id}"];`),
    '}',
  ].join('\n');
}

/** Where a polyline bends: it comes as a spline whose curves, of three points each, are straight. */
function bendsOf(spline: string): Point[] {
  return spline
    .split(' ')
    .map(pointOf)
    .filter((_, at, points) => at > 0 && at % 3 === 0 && at < points.length - 1);
}

/** From outline to outline, aimed at the middles of both shapes. */
function routeOf(
  scene: Scene,
  boxes: ReadonlyMap<string, Box>,
  { from, to }: PlanEdge,
  bends: readonly Point[],
): Point[] | null {
  const [source, target] = [scene.items.get(from), scene.items.get(to)];
  const [start, end] = [boxes.get(from), boxes.get(to)];
  if (source?.type !== 'node' || target?.type !== 'node' || !start || !end) return null;
  return [
    outlineToward(outlineOf(shapeKindOf(source)), start, bends[0] ?? centreOf(end)),
    ...bends,
    outlineToward(outlineOf(shapeKindOf(target)), end, bends.at(-1) ?? centreOf(start)),
  ];
}

function fromOrigin(boxes: ReadonlyMap<string, Box>, routes: ReadonlyMap<string, Route>): Block {
  const points = [...routes.values()].flatMap((route) => route.points);
  const bounds = boundsOf([...boxes.values(), ...points.map((point) => ({ ...point, width: 0, height: 0 }))]);
  const { x, y, width, height } = bounds ?? { x: 0, y: 0, width: 0, height: 0 };
  const left = Math.floor(x);
  const top = Math.floor(y);
  const block = { width: Math.ceil(x + width) - left, height: Math.ceil(y + height) - top, boxes, routes };
  return assemble([{ block, x: -left, y: -top }], { width: block.width, height: block.height });
}
