import { centreOf } from '../../../src/canvas/model/geometry.ts';
import type { BoxObject } from '../../../src/canvas/model/object.ts';
import { type CanvasView, reachable, textOf } from './canvasView.ts';
import { type Check, check } from './check.ts';
import type { Expected, Pattern } from './expected.ts';
import { matchesText } from './matchText.ts';
import { patternsOf } from './readNotation.ts';

/** Expectations of where things are: in frames, beside one another, in order, in a grid. */
export function checkPlacement(view: CanvasView, expected: Expected): Check[] {
  return [
    ...checkInside(view, expected),
    ...checkBeside(view, expected),
    ...checkPeers(view, expected),
    ...checkOrder(view, expected),
    ...checkLine(view, expected),
    ...checkGrid(view, expected),
    ...checkDirection(view, expected),
  ];
}

function checkInside(view: CanvasView, { inside }: Expected): Check[] {
  return Object.entries(inside ?? {}).flatMap(([frame, list]) =>
    patternsOf(list).map((pattern) => {
      const isIn = (box: BoxObject) =>
        view.framesAround(box).some(({ id }) => view.find(frame).some((each) => each.id === id));
      return check(`"${pattern}" is in the frame "${frame}"`, view.find(pattern).some(isIn));
    }),
  );
}

function checkBeside(view: CanvasView, { beside }: Expected): Check[] {
  const keys = Object.keys(beside ?? {}).flatMap((pattern) => view.find(pattern).slice(0, 1));
  return Object.entries(beside ?? {}).flatMap(([owner, list]) =>
    patternsOf(list).map((pattern) => {
      const isMet = view.find(owner).some((box) => belongsTo(view, { owner: box, pattern, keys }));
      return check(`"${pattern}" belongs to "${owner}"`, isMet);
    }),
  );
}

type Belonging = { owner: BoxObject; pattern: Pattern; keys: readonly BoxObject[] };

function belongsTo(view: CanvasView, { owner, pattern, keys }: Belonging): boolean {
  const lines = textOf(owner).split(/\n|[:–—]| - |, /);
  if (matchesText(pattern, textOf(owner)) || lines.some((line) => matchesText(pattern, line))) return true;
  return view.find(pattern).some((box) => {
    if (box.id === owner.id) return false;
    const around = view.framesAround(box);
    if (around.some(({ id }) => id === owner.id)) return true;
    // A heading inside a frame stands for that frame.
    if (
      owner.kind === 'SHAPE' &&
      owner.shape === 'TEXT' &&
      owner.parentId !== null &&
      owner.parentId === box.parentId
    )
      return true;
    const ends = new Set([owner.id, box.id]);
    if (view.connectors.some(({ fromId, toId }) => ends.has(fromId) && ends.has(toId) && fromId !== toId))
      return true;
    return isInLineOf(owner, box, keys);
  });
}

type Axis = 'x' | 'y';
const sizeOn = (box: BoxObject, axis: Axis): number => (axis === 'x' ? box.width : box.height);

/** Whether two boxes have more than a third of the smaller one in common on an axis. */
function isLevel(a: BoxObject, b: BoxObject, axis: Axis): boolean {
  const low = Math.max(a[axis], b[axis]);
  const high = Math.min(a[axis] + sizeOn(a, axis), b[axis] + sizeOn(b, axis));
  return high - low > Math.min(sizeOn(a, axis), sizeOn(b, axis)) / 3;
}

/** Whether a box is in the row or column of its owner, where the owners are the head of a table. */
function isInLineOf(owner: BoxObject, box: BoxObject, owners: readonly BoxObject[]): boolean {
  if (owners.length < 2) return false;
  const formLine = (axis: Axis) => owners.every((each) => each.id === owner.id || isLevel(each, owner, axis));
  return (formLine('x') && isLevel(box, owner, 'y')) || (formLine('y') && isLevel(box, owner, 'x'));
}

function checkPeers(view: CanvasView, { peers }: Expected): Check[] {
  if (peers === undefined) return [];
  const boxes = patternsOf(peers).flatMap((pattern) => view.find(pattern).slice(0, 1));
  const ids = new Set(boxes.map(({ id }) => id));
  const isAbove = ({ id }: BoxObject) =>
    boxes.some((other) => view.framesAround(other).some((frame) => frame.id === id)) ||
    view.connectors.filter(({ fromId, toId }) => fromId === id && ids.has(toId)).length > 1;
  const above = boxes.find(isAbove);
  const why = above === undefined ? '' : `: "${textOf(above)}" is above the others`;
  const areDrawn = boxes.length === patternsOf(peers).length;
  return [
    check(`"${patternsOf(peers).join(', ')}" are of equal rank${why}`, areDrawn && above === undefined),
  ];
}

function checkOrder(view: CanvasView, { order }: Expected): Check[] {
  const patterns = patternsOf(order);
  if (patterns.length === 0) return [];
  const boxes: BoxObject[] = [];
  for (const pattern of patterns) {
    const box = view.find(pattern).find((each) => !boxes.includes(each));
    if (box === undefined)
      return [check(`"${patterns.join(', ')}" in this order: "${pattern}" is missing`, false)];
    boxes.push(box);
  }
  const paths = reachable(view);
  const wrong = boxes.findIndex(
    (box, at) => at > 0 && !isReadBefore(view, paths, [boxes[at - 1] ?? box, box]),
  );
  const where = wrong < 0 ? '' : `: "${patterns[wrong - 1]}" is not before "${patterns[wrong]}"`;
  return [check(`"${patterns.join(', ')}" in this order${where}`, wrong < 0)];
}

function isReadBefore(
  view: CanvasView,
  paths: ReadonlyMap<string, ReadonlySet<string>>,
  [a, b]: readonly [BoxObject, BoxObject],
): boolean {
  const [there, back] = [paths.get(a.id)?.has(b.id) ?? false, paths.get(b.id)?.has(a.id) ?? false];
  if (there !== back) return there;
  const [first, second] = outermostDifference(view, a, b);
  return isLevel(first, second, 'y')
    ? centreOf(first).x < centreOf(second).x
    : centreOf(first).y < centreOf(second).y;
}

/** The outermost frames, or the boxes themselves, in which two boxes are apart. */
function outermostDifference(view: CanvasView, a: BoxObject, b: BoxObject): readonly [BoxObject, BoxObject] {
  const [ofA, ofB] = [a, b].map((box) => [box, ...view.framesAround(box)].toReversed()) as [
    BoxObject[],
    BoxObject[],
  ];
  const at = ofA.findIndex((box, depth) => box.id !== ofB[depth]?.id);
  return [ofA[at] ?? a, ofB[at] ?? b];
}

function checkLine(view: CanvasView, { inLine }: Expected): Check[] {
  if (inLine === undefined) return [];
  const patterns = patternsOf(inLine);
  const boxes = patterns.flatMap((pattern) => view.find(pattern).slice(0, 1));
  const follow = (along: Axis, across: Axis) =>
    boxes.every((box, at) => {
      const previous = boxes[at - 1];
      return previous === undefined || (isLevel(previous, box, across) && previous[along] < box[along]);
    });
  const isMet = boxes.length === patterns.length && (follow('x', 'y') || follow('y', 'x'));
  return [check(`"${patterns.join(', ')}" stand in one line`, isMet)];
}

function checkGrid(view: CanvasView, { grid }: Expected): Check[] {
  if (grid === undefined) return [];
  const shapes = view.boxes.filter((box) => box.kind === 'SHAPE' && box.shape !== 'TEXT');
  const lines = (axis: Axis) => new Set(shapes.map((box) => Math.round(centreOf(box)[axis] / 8))).size;
  const [columns, rows] = [lines('x'), lines('y')];
  const isMet = (columns === grid[0] && rows === grid[1]) || (columns === grid[1] && rows === grid[0]);
  return [check(`a grid of ${grid.join(' by ')}, not ${columns} by ${rows}`, isMet)];
}

/** Part of the connectors that must lead on in the direction that was asked for. */
const leastAlong = 0.6;

function checkDirection(view: CanvasView, { direction }: Expected): Check[] {
  if (direction === undefined) return [];
  const pointing = view.connectors.flatMap((connector) => {
    const [from, to] = view.endsOf(connector);
    if (from === undefined || to === undefined) return [];
    const axis = direction === 'right' ? 'x' : 'y';
    return [from[axis] + sizeOn(from, axis) <= to[axis]];
  });
  const part = pointing.filter(Boolean).length / Math.max(1, pointing.length);
  return [
    check(`connectors lead ${direction}, not only ${Math.round(100 * part)} % of them`, part >= leastAlong),
  ];
}
