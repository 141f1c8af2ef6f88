import { cutText } from '../../../../src/canvas/model/cutText.ts';
import { boxesIn } from '../../../../src/canvas/model/frameContents.ts';
import type { Point } from '../../../../src/canvas/model/geometry.ts';
import type { BoxObject, CanvasObject } from '../../../../src/canvas/model/object.ts';
import { isBox } from '../../../../src/canvas/model/objectKinds.ts';
import type { PlanEdge } from '../../../../src/canvas/model/plan.ts';
import type { PlanContent } from '../../../plan/planContent.ts';
import { layOutDiagram } from '../../layOutDiagram.ts';
import { placeBeside } from '../stage/beside.ts';
import { alignFrames } from '../stage/growFrames.ts';
import { findRoom, roomAt } from '../stage/insertRoom.ts';
import { link, relink } from '../stage/linking.ts';
import { Stage, sizeOf } from '../stage/stage.ts';
import { type LaidOut, layOutCluster, putAt, withExtent } from './clusterObjects.ts';
import { type Cluster, clustersOf } from './clusters.ts';
import { anchorsOf, directionAt, idealsFor, nearnessCost } from './nearness.ts';
import { nextCell } from './nextCell.ts';
import { placeBetween } from './placeBetween.ts';
import { type LineRules, placeInLines } from './placeInLines.ts';
import { contentsOf, likeItsNeighbours, nextPlaces } from './placesInFrame.ts';

/**
 * Places the new and moved objects of a plan on a canvas: in their frames, which grow if necessary; otherwise near the
 * objects that they are connected to; otherwise beside everything else. Connectors are routed around existing objects.
 * Nothing else changes.
 *
 * @param existing The objects of the canvas, after the plan's deletions and updates.
 * @returns New objects come last, in front of the others.
 */
export async function place(
  plan: PlanContent,
  existing: readonly CanvasObject[],
  { before, mayChange, mayShift, moves, redrawn }: PlaceOptions,
): Promise<Placed> {
  if (existing.length === 0)
    return { objects: inFront(await layOutDiagram(plan.diagram), existing), warnings: [] };
  const stage = new Stage(redrawn?.objects ?? existing, redrawn?.shifted);
  await placeInLines(stage, plan, before, { mayChange, mayShift, moves });
  const clusters = clustersOf(plan).filter(({ ids }) => ![...ids].some((id) => stage.box(id)));
  moveAll(stage, moves, mayChange);
  const loose: Cluster[] = [];
  for (const cluster of inOrder(clusters)) {
    const isHosted = stage.box(cluster.hostId)?.kind === 'FRAME';
    const isPlaced = isHosted
      ? await placeInFrame(stage, cluster, mayChange)
      : await placeNear(stage, cluster, { mayChange, mayShift });
    if (!isPlaced) loose.push(cluster);
  }
  await placeLoose(stage, loose);
  // Those into frames that have come with the plan itself.
  moveAll(stage, moves, mayChange);
  alignFrames(stage, before, { mayChange, mayShift });
  relink(stage);
  link(
    stage,
    linksOf(plan, clusters).filter(({ id }) => stage.find(id) === undefined),
    existing,
  );
  const shifted = existing.filter(({ id }) => stage.shifted.has(id) && !moves.has(id));
  const warnings = [...stage.blocked.map(blockedWarning), ...shiftWarnings(shifted.length)];
  return { objects: inFront(stage.objects, existing), warnings };
}

/** All objects of the canvas, and messages about new ones without a good place, and about those moved for them. */
export type Placed = { objects: CanvasObject[]; warnings: string[] };

const blockedWarning = (text: string): string =>
  `“${cutText(text, 60)}” stands beside its place: what would have to move is locked or was placed by hand.`;

function shiftWarnings(count: number): string[] {
  if (count === 0) return [];
  return [count === 1 ? '1 object was moved to make room.' : `${count} objects were moved to make room.`];
}

type MayChange = (id: string) => boolean;

export type PlaceOptions = LineRules & {
  /** The objects of the canvas before the plan's deletions and updates. */
  before: readonly CanvasObject[];
  /** The canvas with diagrams that the plan extends laid out again; null if none is. */
  redrawn: Pick<Stage, 'objects' | 'shifted'> | null;
};

/** What goes into frames comes first: the rest may be joined to it. */
const inOrder = (clusters: readonly Cluster[]): Cluster[] =>
  clusters.toSorted((a, b) => Number(a.hostId === null) - Number(b.hostId === null));

/** Connectors between clusters, and between objects that are on the canvas already. */
function linksOf(plan: PlanContent, clusters: readonly Cluster[]): PlanEdge[] {
  const inner = new Set(
    clusters.flatMap(({ diagram }) =>
      diagram.objects.flatMap((object) => (object.type === 'edge' ? [object.id] : [])),
    ),
  );
  const across = plan.added.filter((object) => object.type === 'edge').filter(({ id }) => !inner.has(id));
  return [...across, ...plan.links];
}

async function placeInFrame(stage: Stage, cluster: Cluster, mayChange: MayChange): Promise<boolean> {
  const frame = stage.box(cluster.hostId);
  if (frame?.kind !== 'FRAME') return false;
  const contents = contentsOf(stage.objects, frame.id);
  const group = matched(await layOutCluster(cluster), cluster, contents);
  const room = findRoomInFrame(stage, frame.id, group.extent, mayChange);
  if (room === null) return false;
  stage.growFor(room);
  for (const object of putAt(group, room.box, frame.id)) stage.put(object);
  return true;
}

/** A single card takes on the looks of those among which it comes. */
function matched(group: LaidOut, { diagram }: Cluster, contents: readonly BoxObject[]): LaidOut {
  const [only, ...others] = group.objects;
  if (only?.kind !== 'SHAPE' || others.length > 0) return group;
  const hasColor = diagram.objects.some((object) => object.type === 'node' && object.color !== null);
  return withExtent([likeItsNeighbours(only, contents, hasColor)]);
}

function findRoomInFrame(
  stage: Stage,
  frameId: string,
  size: LaidOut['extent'],
  mayChange: MayChange,
  except: ReadonlySet<string> = new Set(),
) {
  const frame = stage.box(frameId);
  if (frame === undefined) return null;
  const contents = contentsOf(stage.objects, frameId).filter(({ id }) => !except.has(id));
  const ideals = nextPlaces(frame, contents, size);
  const [best = { x: frame.x, y: frame.y }] = ideals;
  return findRoom(stage.objects, {
    size: sizeOf(size),
    parentId: frameId,
    ideals,
    cost: (box) => Math.abs(box.x - best.x) + Math.abs(box.y - best.y),
    except,
    mayGrow: mayChange,
  });
}

/** Moves what is on the canvas into one of its frames; not into itself. */
function moveInto(stage: Stage, id: string, frameId: string, mayChange: MayChange): void {
  const box = stage.box(id);
  const moved = stage.subtree(id);
  if (box === undefined || box.parentId === frameId || moved.has(frameId)) return;
  const along = new Set([...moved, ...connectorsAt(stage, moved)]);
  const room = findRoomInFrame(stage, frameId, box, mayChange, along);
  if (room === null) return;
  stage.growFor(room);
  stage.move(id, room.box);
  const now = stage.box(id);
  if (now !== undefined) stage.put({ ...now, parentId: frameId });
}

/** Makes the moves into frames that are there. */
function moveAll(stage: Stage, moves: ReadonlyMap<string, string>, mayChange: MayChange): void {
  for (const [id, frameId] of moves) {
    if (stage.box(frameId)?.kind === 'FRAME') moveInto(stage, id, frameId, mayChange);
  }
}

const connectorsAt = (stage: Stage, ids: ReadonlySet<string>): string[] =>
  stage.objects.flatMap((object) =>
    object.kind === 'CONNECTOR' && (ids.has(object.fromId) || ids.has(object.toId)) ? [object.id] : [],
  );

/** Puts a cluster near what it is joined to, in the frame that holds all of that. */
async function placeNear(
  stage: Stage,
  cluster: Cluster,
  rules: Pick<LineRules, 'mayChange' | 'mayShift'>,
): Promise<boolean> {
  const anchors = anchorsOf(stage, cluster.ids, cluster.links);
  const joined = [...anchors.before, ...anchors.behind];
  if (joined.length === 0) return false;
  const direction = directionAt(anchors, stage.objects);
  const group = await layOutCluster({ diagram: inDirection(cluster.diagram, direction) });
  const between = placeBetween(stage, group, anchors, rules);
  if (between === 'placed') return true;
  if (between === 'blocked') stage.blocked.push(...namesOf(cluster));
  const size = sizeOf(group.extent);
  const frames = new Set(joined.map(({ parentId }) => parentId));
  const [common = null] = frames.size === 1 ? [...frames] : [];
  for (const parentId of new Set([common, null])) {
    const room = findRoom(stage.objects, {
      size,
      parentId,
      ideals: idealsFor(size, anchors, direction),
      cost: nearnessCost(anchors, direction),
      mayGrow: rules.mayChange,
    });
    if (room === null) continue;
    stage.growFor(room);
    for (const object of putAt(group, room.box, parentId)) stage.put(object);
    return true;
  }
  return false;
}

const namesOf = ({ diagram }: Cluster): string[] =>
  diagram.objects.flatMap((object) => (object.type === 'node' ? [object.text] : []));

/** What comes into a drawing reads as the drawing does. */
const inDirection = (diagram: Cluster['diagram'], { x }: Point): Cluster['diagram'] => ({
  ...diagram,
  direction: x === 0 ? 'down' : 'right',
});

/** Puts new shapes on their own into the next cells of a grid of such shapes, and everything else beside the rest. */
async function placeLoose(stage: Stage, loose: readonly Cluster[]): Promise<void> {
  const clusters: Cluster[] = [];
  for (const cluster of loose) if (!(await placeInCell(stage, cluster))) clusters.push(cluster);
  const [first] = clusters;
  if (first === undefined) return;
  const diagram = { ...first.diagram, objects: clusters.flatMap(({ diagram }) => diagram.objects) };
  for (const object of placeBeside(await layOutDiagram(diagram), stage.objects)) stage.put(object);
}

async function placeInCell(stage: Stage, { diagram, links }: Cluster): Promise<boolean> {
  const [only, ...others] = diagram.objects;
  if (only?.type !== 'node' || others.length > 0 || links.length > 0) return false;
  const { objects, extent } = await layOutCluster({ diagram });
  const cell = nextCell(stage.objects, extent);
  const request = { parentId: null, mayGrow: () => false };
  if (cell === null || roomAt(stage.objects, cell, request) === null) return false;
  for (const object of putAt({ objects, extent }, cell, null)) stage.put(object);
  return true;
}

/** What is new is drawn over what was there: frames behind connectors, connectors behind shapes. */
function inFront(objects: readonly CanvasObject[], existing: readonly CanvasObject[]): CanvasObject[] {
  const known = new Set(existing.map(({ id }) => id));
  const front = existing.reduce((highest, { zIndex }) => Math.max(highest, zIndex), -1) + 1;
  // What moves into a new frame would be hidden by it.
  const isFront = frontIds(objects, known);
  const kept = objects.filter(({ id }) => !isFront.has(id));
  const added = objects.filter(({ id }) => isFront.has(id));
  const layers = Map.groupBy(added, ({ kind }) => kind);
  const ordered = [
    ...outerFirst(layers.get('FRAME') ?? []),
    ...(layers.get('CONNECTOR') ?? []),
    ...(layers.get('SHAPE') ?? []),
  ];
  return [...kept, ...ordered.map((object, index) => ({ ...object, zIndex: front + index }))];
}

/** Ids of new objects, and of what new frames hold. */
function frontIds(objects: readonly CanvasObject[], known: ReadonlySet<string>): Set<string> {
  const front = new Set(objects.flatMap(({ id }) => (known.has(id) ? [] : [id])));
  const frames = objects.filter(({ id, kind }) => kind === 'FRAME' && front.has(id));
  for (const { id } of frames) for (const inner of boxesIn(id, objects)) front.add(inner);
  return front;
}

const outerFirst = (frames: readonly CanvasObject[]): CanvasObject[] =>
  frames.filter(isBox).toSorted((a, b) => a.zIndex - b.zIndex);
