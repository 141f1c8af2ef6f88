import { dequal } from 'dequal';
import { isSameBox, overlaps } from '../../../src/canvas/model/geometry.ts';
import type { BoxObject, CanvasObject, Connector } from '../../../src/canvas/model/object.ts';
import { isBox, isConnector } from '../../../src/canvas/model/objectKinds.ts';
import { type CanvasView, textOf } from './canvasView.ts';
import { type Check, check } from './check.ts';
import { checkWhatIsDrawn } from './checkCanvas.ts';
import type { ExpectedChange } from './expected.ts';
import { matchesText, normalise } from './matchText.ts';
import { edgesOf, patternsOf } from './readNotation.ts';
import { namedPatterns, unnamedBoxes } from './textChecks.ts';

/** Every expectation of a changed canvas, checked on its own; also that the rest stayed as it was. */
export function checkChange(before: CanvasView, after: CanvasView, expected: ExpectedChange): Check[] {
  const { fails, unchanged } = expected;
  if (fails !== undefined || unchanged !== undefined) return checkNothing(before, after, fails);
  const { failure } = after.drawn;
  const ends =
    failure === null
      ? []
      : [check(`the job changes the canvas, and does not fail with ${failure.code}`, false)];
  return [
    ...ends,
    ...checkWhatIsDrawn(after, expected),
    ...checkAdded(before, after, expected),
    ...checkNamed(before, after, expected),
    ...checkRest(before, after, expected),
  ];
}

function checkNothing(before: CanvasView, after: CanvasView, fails: ExpectedChange['fails']): Check[] {
  const kept = check(
    `nothing changes${junkOf(before, after)}`,
    dequal(before.drawn.objects, after.drawn.objects),
  );
  if (fails === undefined) return [kept];
  const { failure } = after.drawn;
  const isClear = failure !== null && failure.code !== 'OUTPUT_EMPTY' && failure.message.length > 0;
  const reason = check('the job fails with a reason', isClear);
  if (fails === true) return [kept, reason];
  const words = fails.split('|').map((each) => normalise(each.replace('~', '')));
  const message = normalise(failure?.message ?? '');
  return [
    kept,
    reason,
    check(
      `the reason mentions ${words.join(' or ')}`,
      words.some((word) => message.includes(word)),
    ),
  ];
}

/** Objects that a change without a sense has put on the canvas, in words. */
function junkOf(before: CanvasView, after: CanvasView): string {
  const added = addedBoxes(before, after).map((box) => `"${textOf(box)}"`);
  return added.length === 0 ? '' : `, but ${added.slice(0, 3).join(', ')} was added`;
}

export function addedBoxes(before: CanvasView, after: CanvasView): BoxObject[] {
  const ids = new Set(before.drawn.objects.map(({ id }) => id));
  return after.boxes.filter(({ id }) => !ids.has(id));
}

function checkAdded(before: CanvasView, after: CanvasView, expected: ExpectedChange): Check[] {
  const others = unnamedBoxes(addedBoxes(before, after), namedPatterns(expected)).map(
    (box) => `"${textOf(box)}"`,
  );
  const most = expected.others ?? 0;
  const excess = others.length <= most ? '' : `: ${others.slice(0, 4).join(', ')}`;
  return [check(`at most ${most} other texts are added${excess}`, others.length <= most)];
}

/** Objects of the canvas before that go, get another text or another frame. */
function checkNamed(
  before: CanvasView,
  after: CanvasView,
  { gone, renamed, moved, tidied }: ExpectedChange,
): Check[] {
  const now = (box: BoxObject | undefined) => after.drawn.objects.find(({ id }) => id === box?.id);
  const frameOf = (box: BoxObject | undefined) => {
    const current = now(box);
    const parent = current === undefined || !isBox(current) ? null : current.parentId;
    return after.boxes.find(({ id }) => id === parent);
  };
  return [
    ...patternsOf(gone).map((pattern) =>
      check(`"${pattern}" is gone`, now(before.find(pattern)[0]) === undefined),
    ),
    ...Object.entries(renamed ?? {}).map(([old, text]) => {
      const object = now(before.find(old)[0]);
      return check(
        `"${old}" is called "${text}" now`,
        object !== undefined && isBox(object) && matchesText(text, textOf(object)),
      );
    }),
    ...Object.entries(moved ?? {}).map(([text, frame]) => {
      const parent = frameOf(before.find(text)[0]);
      const isThere =
        frame === null ? parent === undefined : parent !== undefined && matchesText(frame, textOf(parent));
      return check(`"${text}" is in ${frame === null ? 'no frame' : `"${frame}"`} now`, isThere);
    }),
    ...(tidied === undefined ? [] : checkTidied(before, after)),
  ];
}

function checkTidied(before: CanvasView, after: CanvasView): Check[] {
  const siblings = [...Map.groupBy(after.boxes, ({ parentId }) => parentId).values()];
  const isFree = siblings.every((group) =>
    group.every((box, at) => group.slice(at + 1).every((other) => !overlaps(box, other))),
  );
  return [
    check('the canvas is laid out again', !dequal(before.drawn.objects, after.drawn.objects)),
    check('nothing overlaps', isFree),
  ];
}

/** What the expectation does not name is as it was. */
function checkRest(before: CanvasView, after: CanvasView, expected: ExpectedChange): Check[] {
  const mayShift = expected.shifts !== undefined || expected.tidied !== undefined;
  const exempt = exemptIds(before, expected);
  const now = new Map(after.drawn.objects.map((object) => [object.id, object]));
  const boxes = before.drawn.objects.filter(isBox).filter(({ id }) => !exempt.has(id));
  const changed = boxes.filter((box) => !isSame(box, now.get(box.id)));
  const shifted = boxes.filter((box) => !changed.includes(box) && !isInPlace(box, now.get(box.id)));
  const lost = lostConnectors(before, after, expected, exempt);
  return [
    check(`nothing else is changed${listed(changed)}`, changed.length === 0),
    ...(mayShift ? [] : [check(`nothing else is moved${listed(shifted)}`, shifted.length === 0)]),
    check(`no other connector is changed${lost}`, lost === ''),
  ];
}

const listed = (boxes: readonly BoxObject[]): string =>
  boxes.length === 0
    ? ''
    : `: ${boxes
        .slice(0, 4)
        .map((box) => `"${textOf(box)}"`)
        .join(', ')}`;

function exemptIds(before: CanvasView, { gone, touched, renamed, moved }: ExpectedChange): Set<string> {
  const patterns = [
    ...patternsOf(gone),
    ...patternsOf(touched),
    ...Object.keys(renamed ?? {}),
    ...Object.keys(moved ?? {}),
  ];
  return new Set(patterns.flatMap((pattern) => before.find(pattern).map(({ id }) => id)));
}

/** Same text, colour, shape and frame. */
function isSame(box: BoxObject, object: CanvasObject | undefined): boolean {
  if (object === undefined || !isBox(object) || object.kind !== box.kind) return false;
  const isSameShape = box.kind !== 'SHAPE' || object.kind !== 'SHAPE' || box.shape === object.shape;
  return (
    isSameShape &&
    textOf(box) === textOf(object) &&
    box.color === object.color &&
    box.parentId === object.parentId
  );
}

/** Shapes keep place and size; frames keep their corner, but may grow. */
function isInPlace(box: BoxObject, object: CanvasObject | undefined): boolean {
  if (object === undefined || !isBox(object)) return false;
  return box.kind === 'FRAME' ? box.x === object.x && box.y === object.y : isSameBox(box, object);
}

/** Connectors that are missing or joined or labelled in another way although nothing was said of them, in words. */
function lostConnectors(
  before: CanvasView,
  after: CanvasView,
  expected: ExpectedChange,
  exempt: ReadonlySet<string>,
): string {
  const named = [...edgesOf(expected.edges), ...edgesOf(expected.noEdges)];
  const now = after.drawn.objects.filter(isConnector);
  const isNamed = (connector: Connector) => {
    const [from, to] = before.endsOf(connector);
    if (from === undefined || to === undefined || exempt.has(from.id) || exempt.has(to.id)) return true;
    const isBetween = (a: BoxObject, b: BoxObject) =>
      named.some((edge) => matchesText(edge.from, textOf(a)) && matchesText(edge.to, textOf(b)));
    return isBetween(from, to) || isBetween(to, from);
  };
  const isKept = ({ fromId, toId, label }: Connector) =>
    now.some((other) => other.fromId === fromId && other.toId === toId && other.label === label);
  const lost = before.connectors.filter((connector) => !isNamed(connector) && !isKept(connector));
  const words = lost.slice(0, 3).map((connector) =>
    before
      .endsOf(connector)
      .map((box) => `"${box === undefined ? '' : textOf(box)}"`)
      .join(' to '),
  );
  return words.length === 0 ? '' : `: ${words.join(', ')}`;
}
