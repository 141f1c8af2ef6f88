import type { BoxObject, CanvasObject } from '../../../../src/canvas/model/object.ts';
import { isBox } from '../../../../src/canvas/model/objectKinds.ts';
import { FRAME_PADDING } from '../../scene/block.ts';
import { groupsAtRoot } from '../../scene/canvasParts.ts';
import { extentOn } from '../../scene/line.ts';
import { clearWay, type Heading, type Taken } from './clearWay.ts';
import type { Stage } from './stage.ts';

export type GrowRules = Heading & {
  /** Whether an existing object may be changed. A frame that may not be changed does not grow. */
  mayChange: (id: string) => boolean;
  /** Whether an existing object may be moved to make room. */
  mayShift: (id: string) => boolean;
};

/** Grows the frames around the places, and moves what is in their way. */
export function growAround(
  stage: Stage,
  frameId: string,
  taken: readonly Taken[],
  rules: GrowRules,
): boolean {
  const frame = stage.box(frameId);
  if (frame === undefined) return true;
  const bounds = taken.map(({ now }) => now);
  const right = Math.max(frame.x + frame.width, ...bounds.map((box) => box.x + box.width + FRAME_PADDING));
  const bottom = Math.max(frame.y + frame.height, ...bounds.map((box) => box.y + box.height + FRAME_PADDING));
  const grown = { ...frame, width: right - frame.x, height: bottom - frame.y };
  if (grown.width === frame.width && grown.height === frame.height) return true;
  if (!rules.mayChange(frameId)) return false;
  stage.resize(frameId, grown);
  return clearAround(stage, [{ before: frame, now: grown }], frame.parentId, rules);
}

/** Moves the neighbours of boxes that have grown, and grows the frames around these. */
export function clearAround(
  stage: Stage,
  taken: readonly Taken[],
  parentId: string | null,
  rules: GrowRules,
): boolean {
  const own = new Set(taken.flatMap(({ now }) => ('id' in now ? [now.id] : [])));
  const siblings = stage.objects.filter(isBox).filter((box) => box.parentId === parentId && !own.has(box.id));
  const groups =
    parentId === null
      ? groupsAtRoot(stage.objects).map((group) => group.filter(({ id }) => !own.has(id)))
      : siblings.map((box) => [box]);
  if (!clearWay(stage, taken, groups, rules)) return false;
  const moved = siblings.flatMap((before) => {
    const now = stage.box(before.id);
    return now === undefined || now[rules.axis] === before[rules.axis] ? [] : [{ before, now }];
  });
  return parentId === null || growAround(stage, parentId, [...taken, ...moved], rules);
}

/**
 * Makes frames again as high as those beside them, and as wide as those below and above them, if they were before one of
 * them has grown.
 */
export function alignFrames(
  stage: Stage,
  before: readonly CanvasObject[],
  rules: Omit<GrowRules, keyof Heading>,
): void {
  const frames = before.filter(isBox).filter(({ kind }) => kind === 'FRAME');
  const rows = Map.groupBy(frames, ({ parentId, y, height }) => `${parentId} ${y} ${height}`);
  const columns = Map.groupBy(frames, ({ parentId, x, width }) => `${parentId} ${x} ${width}`);
  for (const row of rows.values()) alignExtents(stage, row, { ...rules, axis: 'y', sign: 1 });
  for (const column of columns.values()) alignExtents(stage, column, { ...rules, axis: 'x', sign: 1 });
}

function alignExtents(stage: Stage, frames: readonly BoxObject[], rules: GrowRules): void {
  const { axis, mayChange } = rules;
  const extent = extentOn[axis];
  const now = frames.flatMap(({ id }) => stage.box(id) ?? []);
  const largest = Math.max(...now.map((frame) => frame[extent]));
  const taken = now
    .filter((frame) => frame[extent] < largest && mayChange(frame.id))
    .map((frame) => ({ before: frame, now: { ...frame, [extent]: largest } }));
  if (taken.length === 0) return;
  const attempt = stage.fork();
  for (const { now: grown } of taken) attempt.resize(grown.id, grown);
  const [first] = frames;
  if (clearAround(attempt, taken, first?.parentId ?? null, rules)) stage.take(attempt);
}
