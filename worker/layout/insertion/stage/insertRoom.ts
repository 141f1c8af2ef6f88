import {
  type Box,
  boundsOf,
  contains,
  crosses,
  inflate,
  overlaps,
  type Point,
  type Size,
  segmentsOf,
} from '../../../../src/canvas/model/geometry.ts';
import type { BoxObject, CanvasObject } from '../../../../src/canvas/model/object.ts';
import { isBox, isConnector } from '../../../../src/canvas/model/objectKinds.ts';
import { FRAME_PADDING, FRAME_TITLE_HEIGHT, GAP } from '../../scene/block.ts';
import { labelBox } from '../../scene/labels.ts';

/** Least distance in pixels between boxes that have nothing to do with each other. */
const LEAST_GAP = 24;
/** Distance in pixels that a new box keeps from connectors that pass. */
const LINE_GAP = 12;
/** Lines on either axis that are tried, nearest first. */
const MOST_LINES = 56;
/** What a pixel costs by which a frame has to grow. */
const GROWTH_COST = 0.4;

/** A place for a new box, and the new boxes of the frames that grow for it. */
export type Room = { box: Box; grown: Map<string, Box> };

export type RoomRequest = {
  size: Size;
  /** The frame that will contain the box, or null for the canvas. */
  parentId: string | null;
  /** Top left corners of preferred places. Other places beside existing objects are tried as well. */
  ideals: readonly Point[];
  /** The cost of a place, in pixels. */
  cost: (box: Box) => number;
  /** Objects that are being moved away, so their place is free. */
  except?: ReadonlySet<string>;
  /** Whether a frame may grow. */
  mayGrow: (id: string) => boolean;
};

/**
 * Finds the best free place for a new box: clear of boxes, labels and connectors, and in its frame, which may grow into
 * free space. Existing objects do not move.
 */
export function findRoom(objects: readonly CanvasObject[], request: RoomRequest): Room | null {
  const { size, ideals, cost } = request;
  const site = siteFor(objects, request);
  const candidates = candidatesFor(size, ideals, site.obstacles)
    .map((box) => ({ box, cost: cost(box) }))
    .toSorted((a, b) => a.cost - b.cost);
  let best: { room: Room; cost: number } | null = null;
  for (const { box, cost } of candidates) {
    if (best !== null && best.cost <= cost) break;
    const found = roomOn(site, box);
    if (found === null) continue;
    const total = cost + GROWTH_COST * found.extent;
    if (best === null || total < best.cost) best = { room: found.room, cost: total };
  }
  return best?.room ?? null;
}

/** The room for a box at a given place, or null if the place is not free. */
export function roomAt(
  objects: readonly CanvasObject[],
  box: Box,
  request: Pick<RoomRequest, 'parentId' | 'except' | 'mayGrow'>,
): Room | null {
  return roomOn(siteFor(objects, request), box)?.room ?? null;
}

type Site = { obstacles: Obstacles; grow: (box: Box) => Growth | null };

function siteFor(
  objects: readonly CanvasObject[],
  request: Pick<RoomRequest, 'parentId' | 'except' | 'mayGrow'>,
): Site {
  const present = objects.filter(({ id }) => !request.except?.has(id));
  return { obstacles: obstaclesFor(present, request.parentId), grow: frameGrower(present, request) };
}

function roomOn({ obstacles, grow }: Site, box: Box): { room: Room; extent: number } | null {
  const growth = isFree(box, obstacles) ? grow(box) : null;
  return growth === null ? null : { room: { box, grown: growth.frames }, extent: growth.extent };
}

type Obstacles = { boxes: Box[]; lines: [Point, Point][] };

/** What is in the way in a frame: what else it holds; connectors and their labels are in the way everywhere. */
function obstaclesFor(objects: readonly CanvasObject[], parentId: string | null): Obstacles {
  const lines = objects.filter(isConnector);
  const labels = lines.flatMap(({ label, labelAt }) => labelBox(label, labelAt) ?? []);
  const siblings = objects.filter(isBox).filter((object) => object.parentId === parentId);
  return { boxes: [...siblings, ...labels], lines: lines.flatMap(({ points }) => segmentsOf(points)) };
}

function isFree(box: Box, { boxes, lines }: Obstacles): boolean {
  const [wide, narrow] = [inflate(box, LEAST_GAP), inflate(box, LINE_GAP)];
  return !boxes.some((other) => overlaps(wide, other)) && !lines.some((line) => crosses(line, narrow));
}

/** Places in line with the ideal ones, and with and beside what is there. */
function candidatesFor(size: Size, ideals: readonly Point[], { boxes, lines }: Obstacles): Box[] {
  const on = (axis: 'x' | 'y', extent: 'width' | 'height'): number[] => {
    const given = ideals.map((ideal) => ideal[axis]);
    const beside = boxes.flatMap((box) => [
      box[axis] - GAP - size[extent],
      box[axis],
      box[axis] + (box[extent] - size[extent]) / 2,
      box[axis] + box[extent] + GAP,
    ]);
    const pastLines = lines.flatMap(([from, to]) => [
      Math.min(from[axis], to[axis]) - LINE_GAP - 4 - size[extent],
      Math.max(from[axis], to[axis]) + LINE_GAP + 4,
    ]);
    const middle = given[0] ?? 0;
    const near = [...new Set([...beside, ...pastLines].map(Math.round))]
      .toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle))
      .slice(0, MOST_LINES);
    return [...new Set([...given.map(Math.round), ...near])];
  };
  const [xs, ys] = [on('x', 'width'), on('y', 'height')];
  return xs.flatMap((x) => ys.map((y) => ({ x, y, ...size })));
}

type Growth = { frames: Map<string, Box>; extent: number };

/**
 * How the frames around a new box have to grow for it; null when something is in their way, or one of them may
 * not be changed.
 */
function frameGrower(
  objects: readonly CanvasObject[],
  { parentId, mayGrow }: Pick<RoomRequest, 'parentId' | 'mayGrow'>,
): (box: Box) => Growth | null {
  const boxes = new Map(objects.filter(isBox).map((object) => [object.id, object]));
  const chain: BoxObject[] = [];
  for (let at = boxes.get(parentId ?? ''); at && !chain.includes(at); at = boxes.get(at.parentId ?? ''))
    chain.push(at);
  const siblingsOf = (frame: BoxObject) =>
    [...boxes.values()].filter(({ id, parentId }) => parentId === frame.parentId && id !== frame.id);
  return (box) => {
    const frames = new Map<string, Box>();
    let [inner, extent]: [Box, number] = [box, 0];
    for (const frame of chain) {
      const grown = grownAround(frame, inner);
      if (grown === null) break;
      // What was too near before may stay too near, but nothing comes under the frame.
      const isBlocked = siblingsOf(frame).some((other) =>
        [0, LEAST_GAP].some(
          (gap) => overlaps(inflate(grown, gap), other) && !overlaps(inflate(frame, gap), other),
        ),
      );
      if (isBlocked || !mayGrow(frame.id)) return null;
      frames.set(frame.id, grown);
      extent += grown.width - frame.width + grown.height - frame.height;
      inner = grown;
    }
    return { frames, extent };
  };
}

/** The frame as large as it has to be to hold a box below its title; null when it is. */
function grownAround(frame: Box, inner: Box): Box | null {
  const needed = {
    x: inner.x - FRAME_PADDING,
    y: inner.y - FRAME_TITLE_HEIGHT,
    width: inner.width + 2 * FRAME_PADDING,
    height: inner.height + FRAME_TITLE_HEIGHT + FRAME_PADDING,
  };
  if (contains(frame, needed)) return null;
  const { x, y, width, height } = boundsOf([frame, needed]) ?? frame;
  return { x, y, width, height };
}
