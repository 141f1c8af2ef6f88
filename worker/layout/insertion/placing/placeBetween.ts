import { type Box, centreOf } from '../../../../src/canvas/model/geometry.ts';
import type { BoxObject } from '../../../../src/canvas/model/object.ts';
import { isBox, isConnector } from '../../../../src/canvas/model/objectKinds.ts';
import { GROUP_GAP } from '../../scene/block.ts';
import { groupsAtRoot } from '../../scene/canvasParts.ts';
import { endOf, extentOn } from '../../scene/line.ts';
import { clearWay, type Heading } from '../stage/clearWay.ts';
import { type GrowRules, growAround } from '../stage/growFrames.ts';
import type { Stage } from '../stage/stage.ts';
import { type LaidOut, putAt } from './clusterObjects.ts';
import type { Anchors } from './nearness.ts';

/** Gaps in pixels between steps that are kept as they are; a narrower one is widened, a wider one is used. */
const [LEAST, MOST] = [40, 112];

/**
 * Puts new steps in a line between the two that they are connected to. What follows makes room along the line.
 * @returns With nothing changed: `blocked` if something that may not move would have to, and `apart` if the steps do not
 * stand in one line.
 */
export function placeBetween(
  stage: Stage,
  group: LaidOut,
  { before, behind }: Anchors,
  rules: Omit<GrowRules, keyof Heading>,
): 'placed' | 'blocked' | 'apart' {
  const [first, last] = [before[0], behind[0]];
  if (before.length !== 1 || behind.length !== 1 || !first || !last || first.id === last.id) return 'apart';
  const heading = headingBetween(first, last);
  if (heading === null || first.parentId !== last.parentId) return 'apart';
  const { axis, sign } = heading;
  const present = sign > 0 ? last[axis] - endOf(first, axis) : first[axis] - endOf(last, axis);
  const gap = Math.min(Math.max(present, LEAST), Math.max(MOST, GROUP_GAP));
  const extent = group.extent[extentOn[axis]];
  const by = Math.max(0, 2 * gap + extent - present);
  const place = placeAfter(first, group.extent, heading, gap);
  const steps = nextSteps(stage, last, heading);
  if (by > 0 && steps.some(({ id }) => [...stage.subtree(id)].some((inner) => !rules.mayShift(inner))))
    return 'blocked';
  const attempt = stage.fork();
  for (const box of by > 0 ? steps : [])
    attempt.move(box.id, { x: box.x, y: box.y, [axis]: box[axis] + sign * by });
  const taken = [
    { before: null, now: { ...group.extent, ...place } },
    ...steps.flatMap((box) => {
      const now = attempt.box(box.id);
      return now === undefined ? [] : [{ before: box, now }];
    }),
  ];
  const fixed = new Set([first.id, ...steps.map(({ id }) => id)]);
  const others = siblingGroups(attempt, first.parentId, fixed);
  if (!clearWay(attempt, taken, others, { ...heading, mayShift: rules.mayShift })) return 'blocked';
  for (const object of putAt(group, place, first.parentId)) attempt.put(object);
  if (first.parentId !== null && !growAround(attempt, first.parentId, taken, { ...rules, ...heading }))
    return 'blocked';
  stage.take(attempt);
  return 'placed';
}

/** The way from one box to another that is level with it; null if it is not. */
function headingBetween(from: Box, to: Box): Heading | null {
  const isLevel = from.y < to.y + to.height && to.y < from.y + from.height;
  const isAbove = from.x < to.x + to.width && to.x < from.x + from.width;
  if (isLevel === isAbove) return null;
  const axis = isLevel ? 'x' : 'y';
  return { axis, sign: from[axis] < to[axis] ? 1 : -1 };
}

function placeAfter(first: Box, size: Box, { axis, sign }: Heading, gap: number) {
  const centre = centreOf(first);
  const start = sign > 0 ? endOf(first, axis) + gap : first[axis] - gap - size[extentOn[axis]];
  const level = { x: centre.x - size.width / 2, y: centre.y - size.height / 2 };
  return { ...level, [axis]: start };
}

/** A step and those that connectors lead on to from it, as far as they lie in the same direction. */
function nextSteps(stage: Stage, step: BoxObject, { axis, sign }: Heading): BoxObject[] {
  const connectors = stage.objects.filter(isConnector);
  const found = new Map([[step.id, step]]);
  const isAhead = (box: BoxObject) =>
    sign > 0 ? box[axis] >= step[axis] : endOf(box, axis) <= endOf(step, axis);
  for (const { id } of found.values()) {
    const next = connectors
      .filter(({ fromId }) => fromId === id)
      .flatMap(({ toId }) => stage.box(toId) ?? []);
    for (const box of next)
      if (box.parentId === step.parentId && isAhead(box) && !found.has(box.id)) found.set(box.id, box);
  }
  return [...found.values()];
}

function siblingGroups(stage: Stage, parentId: string | null, except: ReadonlySet<string>): BoxObject[][] {
  const siblings = stage.objects
    .filter(isBox)
    .filter((box) => box.parentId === parentId && !except.has(box.id));
  if (parentId !== null) return siblings.map((box) => [box]);
  const free = new Set(siblings.map(({ id }) => id));
  const separate = groupsAtRoot(stage.objects).filter((group) => group.every(({ id }) => free.has(id)));
  const grouped = new Set(separate.flat().map(({ id }) => id));
  return [...separate, ...siblings.filter(({ id }) => !grouped.has(id)).map((box) => [box])];
}
