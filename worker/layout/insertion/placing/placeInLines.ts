import { type Box, isSameBox, type Point } from '../../../../src/canvas/model/geometry.ts';
import type { BoxObject, CanvasObject } from '../../../../src/canvas/model/object.ts';
import { isBox, isConnector, textOf } from '../../../../src/canvas/model/objectKinds.ts';
import type { PlanContent } from '../../../plan/planContent.ts';
import { FRAME_PADDING, FRAME_TITLE_HEIGHT } from '../../scene/block.ts';
import { groupsAtRoot } from '../../scene/canvasParts.ts';
import { type Axis, axisOf, boxesAlong, isRegular, startsAlong } from '../../scene/line.ts';
import { clearWay, type Taken } from '../stage/clearWay.ts';
import { growAround } from '../stage/growFrames.ts';
import type { Stage } from '../stage/stage.ts';
import { type LaidOut, layOutCluster, putAt } from './clusterObjects.ts';
import { type Cluster, clustersOf } from './clusters.ts';
import { likeItsNeighbours } from './placesInFrame.ts';

/** Boxes that follow one another in a frame, or the frames of a board: a row or a column. */
type Line = { parentId: string | null; axis: Axis; boxes: BoxObject[] };

/** What joins a line at a position, or changes its own in it; null: at the end. */
type Arrival = { id: string; text: string; order: number | null; group: LaidOut | null };

export type LineRules = {
  /** Existing objects to move: their ids, with the ids of the frames to move them into. */
  moves: ReadonlyMap<string, string>;
  /** Whether an existing object may be changed. A frame that may not be changed does not grow. */
  mayChange: (id: string) => boolean;
  /** Whether an existing object may be moved to make room. */
  mayShift: (id: string) => boolean;
};

/**
 * Changes the rows and columns of a canvas: new and moved cards and columns stand at their positions, what follows makes
 * room, and gaps of what has gone are closed. A line in which something that may not move would have to is left as it is.
 * @param before The objects before the plan's deletions.
 */
export async function placeInLines(
  stage: Stage,
  plan: PlanContent,
  before: readonly CanvasObject[],
  rules: LineRules,
): Promise<void> {
  const clusters = clustersOf(plan).filter(({ ids }) => ![...ids].some((id) => stage.box(id)));
  const possible = [...rules.moves].filter(([id, frameId]) => !stage.subtree(id).has(frameId));
  const ownRules = { ...rules, moves: new Map(possible) };
  for (const line of linesOf(before)) {
    const arrivals = await arrivalsOf(line, stage, plan, clusters, ownRules);
    const attempt = stage.fork();
    if (changeLine(attempt, line, arrivals, ownRules)) stage.take(attempt);
    else stage.blocked.push(...arrivals.filter(({ order }) => order !== null).flatMap(({ text }) => text));
  }
}

function linesOf(objects: readonly CanvasObject[]): Line[] {
  const boxes = objects.filter(isBox);
  const inFrames = boxes
    .filter(({ kind }) => kind === 'FRAME')
    .map((frame): Line | null =>
      lineOf(
        frame.id,
        boxes.filter(({ parentId }) => parentId === frame.id),
      ),
    );
  return [...inFrames, rootLine(objects)].filter((line) => line !== null);
}

/** The columns of a board, or shapes on their own that stand in a row. */
function rootLine(objects: readonly CanvasObject[]): Line | null {
  const joined = new Set(objects.filter(isConnector).flatMap(({ fromId, toId }) => [fromId, toId]));
  const roots = objects.filter(isBox).filter(({ parentId }) => parentId === null);
  const frames = roots.filter(({ kind }) => kind === 'FRAME');
  const boxes = frames.length > 1 ? frames : roots.filter(({ id }) => !joined.has(id));
  if (boxes.length < 2) return null;
  const line = lineOf(null, boxes);
  const [first] = boxes;
  if (line === null || first === undefined) return null;
  const other = line.axis === 'x' ? 'y' : 'x';
  return boxes.every((box) => Math.abs(box[other] - first[other]) <= 1) ? line : null;
}

function lineOf(parentId: string | null, boxes: BoxObject[]): Line | null {
  const axis = axisOf(boxes);
  return axis === null ? null : { parentId, axis, boxes: boxesAlong(boxes, axis) };
}

async function arrivalsOf(
  line: Line,
  stage: Stage,
  plan: PlanContent,
  clusters: readonly Cluster[],
  { moves }: LineRules,
): Promise<Arrival[]> {
  const { parentId, boxes } = line;
  const added: Arrival[] = [];
  for (const cluster of clusters) {
    if (!isFor(cluster, line)) continue;
    const [first] = cluster.diagram.objects;
    if (first === undefined || first.type === 'edge') continue;
    const text = first.type === 'frame' ? first.title : first.text;
    added.push({ id: first.id, text, order: orderOf(first), group: await groupFor(cluster, line) });
  }
  const existing = (id: string) => {
    const box = stage.box(id);
    return { id, text: box === undefined ? '' : textOf(box), group: null };
  };
  const moved = [...moves].flatMap(([id, frameId]): Arrival[] =>
    frameId === parentId && stage.box(id)?.parentId !== frameId
      ? [{ ...existing(id), order: plan.updates.get(id)?.order ?? null }]
      : [],
  );
  const reordered = boxes.flatMap(({ id }): Arrival[] => {
    const order = plan.updates.get(id)?.order ?? null;
    return order === null || moves.has(id) ? [] : [{ ...existing(id), order }];
  });
  return [...reordered, ...moved, ...added].toSorted(
    (a, b) => (a.order ?? Number.MAX_SAFE_INTEGER) - (b.order ?? Number.MAX_SAFE_INTEGER),
  );
}

const orderOf = (object: object): number | null =>
  'order' in object && typeof object.order === 'number' ? object.order : null;

/** Whether a cluster joins a line: cards a column, columns a board. */
function isFor({ hostId, links, diagram }: Cluster, { parentId, boxes }: Line): boolean {
  if (hostId !== parentId) return false;
  const roots = diagram.objects.filter((object) => object.type !== 'edge' && object.parent === null);
  const [only] = roots;
  if (roots.length !== 1 || only === undefined) return false;
  // What is connected stands where its connectors lead, unless it has a place in a column.
  if (links.length > 0 && (parentId === null || orderOf(only) === null)) return false;
  if (parentId !== null) return true;
  const isFrame = only.type === 'frame';
  return boxes.every(({ kind }) => (kind === 'FRAME') === isFrame);
}

/** The new boxes as large as their neighbours. */
async function groupFor(cluster: Cluster, { boxes }: Line): Promise<LaidOut> {
  const isBoard = boxes.some(({ kind }) => kind === 'FRAME');
  const layout = isBoard ? 'kanban' : cluster.diagram.layout;
  const { objects, extent } = await layOutCluster({ diagram: { ...cluster.diagram, layout } });
  const [first, ...inner] = objects;
  if (first?.kind === 'SHAPE' && inner.length === 0) {
    const hasColor = cluster.diagram.objects.some(
      (object) => object.type === 'node' && object.color !== null,
    );
    const shape = likeItsNeighbours(first, boxes, hasColor);
    return { objects: [shape], extent: { ...extent, width: shape.width, height: shape.height } };
  }
  const [neighbour] = boxes;
  if (first?.kind !== 'FRAME' || neighbour?.kind !== 'FRAME') return { objects, extent };
  const size = {
    width: Math.max(first.width, neighbour.width),
    height: Math.max(first.height, neighbour.height),
  };
  return {
    objects: [{ ...first, ...size, color: neighbour.color }, ...inner],
    extent: { ...extent, ...size },
  };
}

/** @returns False if the line does not change, or can't. The stage may then be in any state. */
function changeLine(stage: Stage, line: Line, arrivals: readonly Arrival[], rules: LineRules): boolean {
  const { axis, boxes, parentId } = line;
  const staying = stayingIn(stage, line, arrivals, rules);
  if (arrivals.length === 0 && staying.length === boxes.length) return false;
  const sequence = withArrivals(stage, staying, arrivals);
  const taken = moveAlong(stage, line, { sequence, arrivals }, rules);
  if (taken === null) return false;
  const heading = { axis, sign: 1, mayShift: rules.mayShift } as const;
  return parentId === null
    ? clearWay(stage, taken, groupsAtRoot(othersThan(stage, sequence)), heading)
    : growAround(stage, parentId, taken, { ...rules, ...heading });
}

function stayingIn(
  stage: Stage,
  { boxes, parentId }: Line,
  arrivals: readonly Arrival[],
  { moves }: LineRules,
): BoxObject[] {
  const ids = new Set(arrivals.map(({ id }) => id));
  return boxes
    .flatMap(({ id }) => stage.box(id) ?? [])
    .filter((box) => box.parentId === parentId && !ids.has(box.id))
    .filter(({ id }) => (moves.get(id) ?? parentId) === parentId);
}

function withArrivals(
  stage: Stage,
  staying: readonly BoxObject[],
  arrivals: readonly Arrival[],
): BoxObject[] {
  const sequence = [...staying];
  for (const { id, order, group } of arrivals) {
    const box = group?.objects[0] ?? stage.box(id);
    if (isBox(box)) sequence.splice(order ?? sequence.length, 0, box);
  }
  return sequence;
}

type Changed = { sequence: readonly BoxObject[]; arrivals: readonly Arrival[] };

/** Puts the boxes of a line one after another. @returns The places that are taken; null if one may not move. */
function moveAlong(stage: Stage, line: Line, changed: Changed, rules: LineRules): Taken[] | null {
  const { axis, boxes, parentId } = line;
  const { sequence, arrivals } = changed;
  const origin = originOf(boxes, stage.box(parentId));
  const starts = startsAlong(boxes, sequence, { axis, start: origin[axis] });
  // In a line that is regular as a layout makes it, nobody has placed anything by itself.
  const mayMove = isRegular(boxes, axis) ? rules.mayChange : rules.mayShift;
  const isKnown = (box: BoxObject) => boxes.some(({ id }) => id === box.id);
  const places = sequence.map((box, at) => {
    const { x, y } = isKnown(box) ? box : besideOthers(box, boxes, { axis, origin });
    return { box, now: { ...box, x, y, [axis]: starts[at] ?? origin[axis] } };
  });
  const taken: Taken[] = [];
  for (const { box, now } of places.filter(
    (place) => !isKnown(place.box) || !isSameBox(place.box, place.now),
  )) {
    const arrival = arrivals.find(({ id }) => id === box.id);
    const isAllowed = arrival === undefined ? mayMove(box.id) : rules.mayChange(box.id);
    if (!isAllowed) return null;
    if (arrival?.group) for (const object of putAt(arrival.group, now, parentId)) stage.put(object);
    else stage.moveInto(box.id, now, parentId);
    taken.push({ before: isKnown(box) ? box : null, now });
  }
  return taken;
}

function originOf(boxes: readonly BoxObject[], frame: BoxObject | undefined): Point {
  const [first] = boxes;
  if (first !== undefined) return { x: first.x, y: first.y };
  return { x: (frame?.x ?? 0) + FRAME_PADDING, y: (frame?.y ?? 0) + FRAME_TITLE_HEIGHT };
}

/** Across the line: in a column below the middle of the first, in a row level with its top. */
function besideOthers(
  box: Box,
  [first]: readonly BoxObject[],
  { axis, origin }: { axis: Axis; origin: Point },
): Point {
  if (first === undefined || axis === 'x') return origin;
  return { x: Math.round(first.x + (first.width - box.width) / 2), y: origin.y };
}

function othersThan(stage: Stage, boxes: readonly BoxObject[]): CanvasObject[] {
  const ids = new Set(boxes.flatMap(({ id }) => [...stage.subtree(id)]));
  return stage.objects.filter((object) => !(isBox(object) ? ids.has(object.id) : ids.has(object.fromId)));
}
