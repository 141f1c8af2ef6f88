import type { PlanShape } from '../../../../../src/canvas/model/plan.ts';
import { dated } from '../../text/dates.ts';
import { MAX_NODES } from '../../text/limits.ts';
import { label as labelOf } from '../../text/plain.ts';
import type { Box, Place } from '../canvas/editedCanvas.ts';
import { endsOfFlow, inReadingOrder } from '../canvas/readingOrder.ts';
import { refuse } from '../canvas/refused.ts';
import { listed } from '../canvas/wording.ts';
import type { Addition } from '../grammar/command.ts';
import { hang, joinInRow, threadAfter, threadBefore, threadInto, usualColor } from './flow.ts';
import { resolvePlace } from './resolvePlace.ts';
import type { Work } from './work.ts';

/** Adds new objects where they belong: in a flow, in a frame, on a branch, else on their own. */
export function addObjects(addition: Addition, work: Work): void {
  const { texts, isFrame, contents, shape } = addition;
  if (texts.length === 0) {
    const noun = isFrame ? 'column' : shape === 'sticky' ? 'note' : shape === 'diamond' ? 'decision' : 'step';
    refuse(`The text is missing. Give it in quotation marks: “add a ${noun} called "…"”.`);
  }
  if (texts.length + contents.length > MAX_NODES) refuse(`One instruction adds at most ${MAX_NODES} shapes.`);
  if (isFrame) {
    addFrames(addition, work);
    return;
  }
  const boxes = addShapes(addition, work);
  for (const box of boxes) {
    for (const text of contents) {
      const child = addShape({ ...addition, shape: null, color: null }, text, { parent: box.parent }, work);
      hang(work.canvas, child, box);
    }
  }
  addWays(addition, boxes, work);
  work.finder.remember(boxes);
}

function addWays({ ways }: Addition, boxes: readonly Box[], { canvas, finder }: Work): void {
  const [decision] = boxes;
  if (decision === undefined || ways.length === 0) return;
  canvas.disconnect(canvas.linesFrom(decision.id));
  for (const { label, to } of ways) canvas.connect(decision, finder.oneToJoin(to), { text: label });
}

/** New columns and lanes: beside others, at an end, or inside a frame. */
function addFrames(addition: Addition, work: Work): void {
  const { canvas, finder } = work;
  const place = addition.place === null ? null : resolvePlace(addition.place, work);
  const isOfContents = place !== null && 'anchor' in place && place.anchor.kind === 'SHAPE';
  const at: Place = place === null || isOfContents ? { parent: commonParent(work) } : framePlace(place);
  const frames = addition.texts.map((text) =>
    canvas.add({ kind: 'FRAME', text: labelOf(text), shape: null, color: null }, at),
  );
  if (at.side === 'after') for (const frame of frames.toReversed()) canvas.place(frame, at);
  const [frame] = frames;
  if (frame === undefined) return;
  const inner = addition.contents.map((text) =>
    addShape({ ...addition, color: null }, text, { parent: frame.id }, work),
  );
  if (isOfContents && place !== null && 'anchor' in place) threadBeside(inner, place, work);
  finder.remember(inner.length > 0 ? inner : frames);
}

/** The frame that holds the other frames, if one does. */
function commonParent({ canvas }: Work): string | null {
  const parents = new Set(canvas.boxes.filter(({ kind }) => kind === 'FRAME').map(({ parent }) => parent));
  const [only = null] = parents;
  return parents.size === 1 ? only : null;
}

function framePlace(place: Resolved): Place {
  if (place.kind === 'inside') return { parent: place.anchor.id };
  if (place.kind === 'beside') return { parent: place.anchor.parent, beside: place.anchor, side: place.side };
  if (place.kind === 'between') return { parent: place.anchor.parent, beside: place.anchor, side: 'after' };
  const { edge, within } = place;
  const parent = within === null ? null : within.id;
  return edge === 'start' ? { parent, atStart: true } : { parent };
}

type Resolved = ReturnType<typeof resolvePlace>;

function addShapes(addition: Addition, work: Work): Box[] {
  if (addition.place === null) return addLoose(addition, work);
  const place = resolvePlace(addition.place, work);
  if (place.kind === 'edge') return addAtEdge(addition, place, work);
  const { anchor } = place;
  if (anchor.kind === 'FRAME') return addAll(addition, { parent: anchor.id }, work);
  const isNote = addition.shape === 'sticky' && anchor.shape !== 'sticky';
  if (isNote && isLinked(work)) return addNotes(addition, anchor, work);
  return place.kind === 'inside' ? addTo(addition, anchor, work) : addBeside(addition, place, work);
}

/** The frame of what is new: that of its anchor, unless another lane is named. */
function laneOf({ lane }: Addition, anchor: Box, { finder }: Work): string | null {
  return lane === undefined ? anchor.parent : finder.oneToJoin(lane, { kind: 'FRAME' }).id;
}

/** To a shape: below it in a tree, behind a connector from it in a flow, after it in a list. */
function addTo(addition: Addition, anchor: Box, work: Work): Box[] {
  const { canvas } = work;
  const parent = laneOf(addition, anchor, work);
  if (!isLinked(work)) return addAll(addition, { parent, beside: anchor, side: 'after' }, work);
  const isTree = canvas.root() !== null;
  const boxes = addAll(addition, { parent }, work);
  for (const box of boxes) {
    if (isTree) hang(canvas, box, anchor);
    else canvas.connect(anchor, box, { text: addition.label });
  }
  return boxes;
}

function addBeside(addition: Addition, place: Exclude<Resolved, { kind: 'edge' }>, work: Work): Box[] {
  const { anchor } = place;
  const isTree = work.canvas.root() !== null;
  const parent = laneOf(addition, anchor, work);
  const side = place.kind === 'beside' ? place.side : 'after';
  const beside = parent === anchor.parent ? { beside: anchor, side } : {};
  const boxes = addAll(addition, { parent, ...beside }, work);
  if (isTree && place.kind === 'beside') hangBeside(boxes, anchor, work);
  else if (isLinked(work)) threadBeside(boxes, place, work, addition.label);
  return boxes;
}

/** Whether what is on the canvas is joined by connectors. */
const isLinked = ({ canvas }: Work): boolean => canvas.lines.length > 0;

/** A sibling in a tree; beside the top there is none, so it hangs from that. */
function hangBeside(boxes: readonly Box[], anchor: Box, { canvas }: Work): void {
  const parent = canvas.box(canvas.linesTo(anchor.id)[0]?.from ?? null) ?? anchor;
  for (const box of boxes) hang(canvas, box, parent);
}

function threadBeside(
  boxes: readonly Box[],
  place: Exclude<Resolved, { kind: 'edge' }>,
  { canvas }: Work,
  label: string | null = null,
): void {
  const { anchor } = place;
  if (place.kind === 'between') {
    const replaced = canvas.between(anchor, place.other);
    const isBackwards = replaced[0] !== undefined && replaced[0].from !== anchor.id;
    const [source, target] = isBackwards ? [place.other, anchor] : [anchor, place.other];
    threadInto(canvas, boxes, { sources: [source], targets: [target], replaced });
  } else if (label !== null && boxes[0] !== undefined) {
    canvas.connect(anchor, boxes[0], { text: label });
    joinInRow(canvas, boxes);
  } else if (place.kind === 'beside' && place.side === 'before') threadBefore(canvas, boxes, anchor);
  else threadAfter(canvas, boxes, anchor);
}

/** Notes to a shape: joined to it by a dashed line without arrowheads. */
function addNotes(addition: Addition, anchor: Box, work: Work): Box[] {
  const notes = addAll(addition, { parent: anchor.parent }, work);
  for (const note of notes) work.canvas.connect(anchor, note, { style: 'dashed', ends: 'none' });
  return notes;
}

/** At the start or the end of a frame, of a flow, or of everything. */
function addAtEdge(
  addition: Addition,
  { edge, within }: Extract<Resolved, { kind: 'edge' }>,
  work: Work,
): Box[] {
  const { canvas } = work;
  if (within?.kind === 'FRAME')
    return addAll(addition, { parent: within.id, atStart: edge === 'start' }, work);
  const flow = within === null && canvas.root() === null ? endsOfFlow(canvas) : null;
  if (flow === null) return addLoose(addition, work, edge);
  const anchor = edge === 'start' ? flow.first : flow.last;
  const boxes = addAll(
    addition,
    { parent: anchor.parent, beside: anchor, side: edge === 'start' ? 'before' : 'after' },
    work,
  );
  if (edge === 'start') threadBefore(canvas, boxes, anchor);
  else threadAfter(canvas, boxes, anchor);
  return boxes;
}

/**
 * Without a place: a date in its order, a branch of the middle, a step at the end of a flow, a card in the first column;
 * else on their own.
 */
function addLoose(addition: Addition, work: Work, edge: 'start' | 'end' = 'end'): Box[] {
  const { canvas } = work;
  const root = canvas.root();
  const isNote = addition.shape === 'sticky';
  if (root !== null && !isNote) {
    const boxes = addAll(addition, { parent: root.parent }, work);
    for (const box of boxes) hang(canvas, box, root);
    return boxes;
  }
  const [column] = canvas.within(null).filter(({ kind }) => kind === 'FRAME');
  if (!isLinked(work) && column !== undefined) {
    if (!isNote || canvas.within(null).every(({ kind }) => kind === 'FRAME')) {
      work.warn(`${listed(addition.texts, 4, 'and')} went into “${column.text}”, since no column was named.`);
      return addAll(addition, { parent: column.id, atStart: edge === 'start' }, work);
    }
  }
  const flow = isNote ? null : endsOfFlow(canvas);
  if (flow !== null) {
    const isEnd = flow.last.shape === 'ellipse' && canvas.linesTo(flow.last.id).length > 0;
    const boxes = addAll(addition, { parent: flow.last.parent }, work);
    if (isEnd) threadBefore(canvas, boxes, flow.last);
    else threadAfter(canvas, boxes, flow.last);
    return boxes;
  }
  return addition.texts.map((text) =>
    addShape(addition, text, dateBefore(text, work) ?? { parent: null, atStart: edge === 'start' }, work),
  );
}

/** Behind the last date that is earlier, on a canvas with dates. */
function dateBefore(text: string, { canvas }: Work): Place | null {
  const time = timeOf(text);
  if (time === null) return null;
  const others = inReadingOrder(
    canvas,
    canvas.boxes.filter((box) => box.kind === 'SHAPE' && timeOf(box.text) !== null),
  );
  const [first] = others;
  if (first === undefined) return null;
  const before = others.findLast((box) => (timeOf(box.text) ?? 0) <= time);
  return before === undefined
    ? { parent: first.parent, beside: first, side: 'before' }
    : { parent: before.parent, beside: before, side: 'after' };
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Time of a text with a year, a month or a quarter, in months; null for others. */
function timeOf(text: string): number | null {
  const when = dated(text)?.when.toLowerCase();
  if (when === undefined) return null;
  const year = Number(/\b\d{4}\b/.exec(when)?.[0] ?? 0);
  const quarter = Number(/\bq([1-4])\b/.exec(when)?.[1] ?? 0);
  const month = MONTHS.findIndex((name) => when.includes(name));
  const number = Number(/\b(?:week|day|month|sprint|phase)\s+(\d+)/.exec(when)?.[1] ?? 0);
  return year * 12 + quarter * 3 + Math.max(0, month) + number;
}

function addAll(addition: Addition, place: Place, work: Work): Box[] {
  const boxes = addition.texts.map((text) => addShape(addition, text, place, work));
  // Each was put right beside the anchor, so the last one is next to it.
  if (place.side === 'after' || place.atStart)
    for (const box of boxes.toReversed()) work.canvas.place(box, place);
  return boxes;
}

function addShape(addition: Pick<Addition, 'shape' | 'color'>, text: string, place: Place, work: Work): Box {
  const { canvas } = work;
  const shape = addition.shape ?? shapeFor(text, place, work);
  const color = addition.color ?? usualColor(canvas, shape, place.parent);
  return canvas.add({ kind: 'SHAPE', text: labelOf(text), shape, color }, place);
}

/** Like what it comes among; a question in a flow is a decision. Starts, ends and headings are not copied. */
function shapeFor(text: string, { parent }: Place, work: Work): PlanShape {
  const { canvas } = work;
  const beside = canvas.within(parent).filter(({ kind }) => kind === 'SHAPE');
  const among = beside.length > 0 ? beside : canvas.boxes;
  if (isLinked(work) && canvas.root() === null && /[?？]$/.test(text.trim())) return 'diamond';
  const hasNotes = among.some(({ shape }) => shape === 'sticky');
  const hasBoxes = among.some(({ shape }) => shape === 'rect');
  if (hasNotes && !hasBoxes) return 'sticky';
  const isColumn = parent !== null && beside.length === 0 && !isLinked(work);
  return isColumn && !canvas.boxes.some(({ shape }) => shape === 'rect') ? 'sticky' : 'rect';
}
