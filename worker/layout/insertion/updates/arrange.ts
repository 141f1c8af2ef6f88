import { boundsOf, inflate, overlaps, type Point } from '../../../../src/canvas/model/geometry.ts';
import { findLifelines } from '../../../../src/canvas/model/lifelines.ts';
import type { BoxObject, CanvasObject } from '../../../../src/canvas/model/object.ts';
import { isBox, isConnector } from '../../../../src/canvas/model/objectKinds.ts';
import type { PlanDirection } from '../../../../src/canvas/model/plan.ts';
import { translate } from '../../../../src/canvas/model/translate.ts';
import type { Arrangement } from '../../../plan/planContent.ts';
import { kindToArrange } from '../../redraw/diagramKinds.ts';
import { layOutObjects } from '../../redraw/redraw.ts';
import { FRAME_PADDING, FRAME_TITLE_HEIGHT } from '../../scene/block.ts';
import { groupsAtRoot } from '../../scene/canvasParts.ts';
import { boxesAlong } from '../../scene/line.ts';
import { extentOfAll, placeBeside } from '../stage/beside.ts';
import type { Taken } from '../stage/clearWay.ts';
import { growAround } from '../stage/growFrames.ts';
import { findRoom } from '../stage/insertRoom.ts';
import { relink } from '../stage/linking.ts';
import { Stage, sizeOf } from '../stage/stage.ts';
import { isTable } from './refitTable.ts';

/**
 * Lays a canvas, or objects of it, out again: boards, flows, hierarchies and notes as what they are, in the order in which
 * they stand. Texts, colours and sizes of shapes stay. What may not change keeps its place, and so do frames that hold it.
 *
 * @returns All objects of the canvas.
 */
export async function arrange(
  objects: readonly CanvasObject[],
  { targets, direction }: Arrangement,
  mayChange: (id: string) => boolean,
): Promise<CanvasObject[]> {
  const stage = new Stage(objects);
  const free = freeBoxes(stage, targets, mayChange);
  const outermost = stage.objects
    .filter(isBox)
    .filter(({ id, parentId }) => free.has(id) && !free.has(parentId ?? ''));
  for (const [parentId, boxes] of Map.groupBy(outermost, (box) => box.parentId)) {
    const isList = parentId !== null && !boxes.some(({ id }) => isJoined(stage, id));
    if (isList) stackCards(stage, parentId, boxes, mayChange);
    else await arrangeBoxes(stage, { boxes, parentId }, direction, mayChange);
  }
  relink(stage);
  return stage.objects;
}

/** Boxes that are to be laid out again and may move, with all that they contain. */
function freeBoxes(
  stage: Stage,
  targets: Arrangement['targets'],
  mayChange: (id: string) => boolean,
): Set<string> {
  const boxes = stage.objects.filter(isBox).map(({ id }) => id);
  const wanted = new Set(targets === null ? boxes : targets.flatMap((id) => [...stage.subtree(id)]));
  return new Set(boxes.filter((id) => wanted.has(id) && [...stage.subtree(id)].every(mayChange)));
}

const isJoined = (stage: Stage, id: string): boolean =>
  stage.objects.some((object) => isConnector(object) && (object.fromId === id || object.toId === id));

type Group = { boxes: readonly BoxObject[]; parentId: string | null };

/** Lays out boxes of one frame, or of the canvas, where they are now, or near that if something is in the way. */
async function arrangeBoxes(
  stage: Stage,
  { boxes, parentId }: Group,
  direction: PlanDirection | null,
  mayGrow: (id: string) => boolean,
): Promise<void> {
  const own = withContents(stage, boxes);
  const before = extentOfAll(own);
  const laidOut: CanvasObject[] = [];
  for (const part of partsOf(own, boxes)) {
    const drawn = await arrangePart(part, direction);
    laidOut.push(...(laidOut.length === 0 ? drawn : placeBeside(drawn, laidOut)));
  }
  const extent = extentOfAll(laidOut);
  if (before === null || extent === null) return;
  const room = findRoom(stage.objects, {
    ...{ size: sizeOf(extent), parentId, ideals: [before], mayGrow },
    except: new Set(own.map(({ id }) => id)),
    cost: (box) => Math.abs(box.x - before.x) + Math.abs(box.y - before.y),
  });
  if (room === null) return;
  stage.growFor(room);
  putBack(
    stage,
    laidOut,
    { x: Math.round(room.box.x - extent.x), y: Math.round(room.box.y - extent.y) },
    parentId,
  );
}

/** The boxes with all that they contain, outermost ones without their frame, and the connectors among them. */
function withContents(stage: Stage, boxes: readonly BoxObject[]): CanvasObject[] {
  const outermost = new Set(boxes.map(({ id }) => id));
  const ids = new Set(boxes.flatMap(({ id }) => [...stage.subtree(id)]));
  return stage.objects.flatMap((object): CanvasObject[] => {
    if (isConnector(object)) return ids.has(object.fromId) && ids.has(object.toId) ? [object] : [];
    if (!ids.has(object.id)) return [];
    return [outermost.has(object.id) ? { ...object, parentId: null } : object];
  });
}

/** Diagrams that are laid out on their own: what is connected, a board, notes. In reading order. */
function partsOf(objects: readonly CanvasObject[], boxes: readonly BoxObject[]): CanvasObject[][] {
  const joined = new Set(objects.filter(isConnector).flatMap(({ fromId, toId }) => [fromId, toId]));
  const groups = groupsAtRoot(objects);
  const isDiagram = (group: readonly BoxObject[]) => boxesWithin(objects, group).some((id) => joined.has(id));
  const diagrams = groups.filter(isDiagram);
  const loose = groups.filter((group) => !isDiagram(group)).flat();
  const frames = loose.filter(({ kind }) => kind === 'FRAME');
  const shapes = loose.filter(({ kind }) => kind === 'SHAPE');
  const headings = shapes.filter((box) => box.kind === 'SHAPE' && box.shape === 'TEXT').slice(0, 2);
  const notes = shapes.filter((box) => !headings.includes(box));
  // Lanes that nothing leads into belong to those beside them.
  const lanes = diagrams.find((group) => group.some(({ kind }) => kind === 'FRAME'));
  const parts = diagrams.map((group) => (group === lanes ? [...group, ...frames] : group));
  if (lanes === undefined && frames.length > 0) parts.push(frames);
  if (notes.length > 0) parts.push(notes);
  const [first = [], ...rest] = parts.toSorted((a, b) => distanceFromCorner(a) - distanceFromCorner(b));
  const order = new Set(boxes.map(({ id }) => id));
  return [[...headings, ...first], ...rest]
    .map((part) => part.filter(({ id }) => order.has(id)))
    .filter((part) => part.length > 0)
    .map((part) => objectsOf(objects, part));
}

function distanceFromCorner(boxes: readonly BoxObject[]): number {
  const bounds = boundsOf(boxes);
  return bounds === null ? 0 : bounds.x + bounds.y;
}

function boxesWithin(objects: readonly CanvasObject[], group: readonly BoxObject[]): string[] {
  const stage = new Stage(objects);
  return group.flatMap(({ id }) => [...stage.subtree(id)]);
}

function objectsOf(objects: readonly CanvasObject[], part: readonly BoxObject[]): CanvasObject[] {
  const ids = new Set(boxesWithin(objects, part));
  return objects.filter((object) =>
    isConnector(object) ? ids.has(object.fromId) && ids.has(object.toId) : ids.has(object.id),
  );
}

/** A part as its layout draws it; one that only its own layout can draw stays as it is in itself. */
async function arrangePart(
  part: readonly CanvasObject[],
  direction: PlanDirection | null,
): Promise<CanvasObject[]> {
  if (findLifelines(part).lines.size > 0 || part.some((object) => isTable(object, part))) return [...part];
  return layOutObjects(part, kindToArrange(part, direction));
}

/** Takes over the places of a new layout; everything else of the objects stays. */
function putBack(stage: Stage, laidOut: readonly CanvasObject[], by: Point, parentId: string | null): void {
  for (const object of laidOut.map((each) => translate(each, by))) {
    const current = stage.find(object.id);
    if (isBox(object) && isBox(current)) {
      stage.resize(object.id, current.kind === 'FRAME' ? object : { ...object, ...sizeOf(current) });
      const now = stage.box(object.id);
      if (now !== undefined && object.parentId === null) stage.put({ ...now, parentId });
    }
  }
  for (const object of laidOut.map((each) => translate(each, by))) {
    const current = stage.find(object.id);
    if (isConnector(object) && current !== undefined && isConnector(current)) {
      stage.put({ ...current, points: object.points, labelAt: object.labelAt });
      stage.routed.add(object.id);
    }
  }
}

/** Room between cards that are stacked, in pixels. */
const CARD_GAP = 24;

/** Stacks cards of a frame that stays where it is, around what stays in it. The frame grows if it may. */
function stackCards(
  stage: Stage,
  frameId: string,
  cards: readonly BoxObject[],
  mayChange: (id: string) => boolean,
): void {
  const own = new Set(cards.map(({ id }) => id));
  const fixed = stage.objects.filter(isBox).filter((box) => box.parentId === frameId && !own.has(box.id));
  const frame = stage.box(frameId);
  const attempt = stage.fork();
  const x = (frame?.x ?? 0) + FRAME_PADDING;
  let y = (frame?.y ?? 0) + FRAME_TITLE_HEIGHT;
  const taken: Taken[] = [];
  for (const card of boxesAlong(cards, 'y')) {
    for (const other of boxesAlong(fixed, 'y'))
      if (overlaps(inflate({ ...card, x, y }, CARD_GAP), inflate(other, -1)))
        y = other.y + other.height + CARD_GAP;
    attempt.move(card.id, { x, y });
    taken.push({ before: card, now: { ...card, x, y } });
    y += card.height + CARD_GAP;
  }
  const rules = { axis: 'y', sign: 1, mayChange, mayShift: mayChange } as const;
  if (growAround(attempt, frameId, taken, rules)) stage.take(attempt);
}
