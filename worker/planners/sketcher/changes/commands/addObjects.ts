import { maxBoxesPerJob } from '../../../../../src/canvas/model/limits.ts';
import type { Box } from '../canvas/editedCanvas.ts';
import { endsOfFlow } from '../canvas/readingOrder.ts';
import { refuse } from '../canvas/refused.ts';
import { listed } from '../canvas/wording.ts';
import type { Addition } from '../grammar/command.ts';
import { addAtWay, oppositeOf } from './addAtWay.ts';
import { addFrames } from './addFrames.ts';
import { addJoined } from './addJoined.ts';
import { addParticipants } from './addParticipants.ts';
import { addAll, addShape, isLinked } from './addShape.ts';
import { addToDates, type DatePlace, placeByDate, withDate } from './datedObjects.ts';
import { hang, isPlain, threadAfter, threadBefore } from './flow.ts';
import { thereOrNew } from './joinObjects.ts';
import { type ResolvedPlace, resolvePlace } from './resolvePlace.ts';
import { threadBeside } from './threadBeside.ts';
import type { Work } from './work.ts';

/** Adds new objects where they belong: in a flow, in a frame, on a branch, else on their own. */
export function addObjects(asked: Addition, work: Work): void {
  const addition = withDate(asked, work);
  const { texts, isFrame, contents, shape } = addition;
  if (texts.length === 0) {
    const noun = isFrame ? 'column' : shape === 'sticky' ? 'note' : shape === 'diamond' ? 'decision' : 'step';
    refuse(`The text is missing. Give it in quotation marks: “add a ${noun} called "…"”.`);
  }
  if (texts.length + contents.length > maxBoxesPerJob)
    refuse(`One instruction adds at most ${maxBoxesPerJob} shapes.`);
  if (isFrame) {
    addFrames(addition, work);
    return;
  }
  const boxes = addPlaced(addition, work);
  for (const box of boxes) addContents(addition, box, work);
  addWays(addition, boxes, work);
  const last = boxes.at(-1);
  if (addition.leadsTo !== undefined && last !== undefined)
    work.canvas.connect(last, thereOrNew(addition.leadsTo, work));
  work.finder.remember(boxes);
}

/** Adds the shapes, and remembers the connectors that come with them. */
function addPlaced(addition: Addition, work: Work): Box[] {
  const before = new Set(work.canvas.lines);
  const boxes =
    addParticipants(addition, work) ??
    addJoined(addition, work) ??
    addToDates(addition, work) ??
    addShapes(addition, work);
  for (const line of work.canvas.lines) if (!before.has(line)) work.added.lines.add(line);
  return boxes;
}

/** What hangs from a new branch. */
function addContents(addition: Addition, box: Box, work: Work): void {
  if (addition.isEntity === true) return;
  for (const text of addition.contents) {
    const child = addShape({ ...addition, shape: null, color: null }, text, { parent: box.parent }, work);
    hang(work.canvas, child, box);
  }
}

function addWays({ ways }: Addition, boxes: readonly Box[], work: Work): void {
  const { canvas } = work;
  const [decision] = boxes;
  if (decision === undefined || ways.length === 0) return;
  const [onwards, ...others] = canvas.linesFrom(decision.id);
  // One way named leaves the other: what came next.
  const isOther = ways.length === 1 && onwards !== undefined && others.length === 0;
  if (isOther) onwards.text = oppositeOf(ways[0]?.label ?? '');
  else canvas.disconnect(canvas.linesFrom(decision.id));
  for (const { label, to } of ways) canvas.connect(decision, thereOrNew(to, work), { text: label });
}

/** @returns The new shapes */
function addShapes(addition: Addition, work: Work): Box[] {
  if (addition.condition !== undefined) return addAtWay(addition, addition.condition, work);
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
    else canvas.connect(anchor, box, { text: addition.label || null });
  }
  return boxes;
}

function addBeside(addition: Addition, place: Exclude<ResolvedPlace, { kind: 'edge' }>, work: Work): Box[] {
  const { anchor } = place;
  const isTree = work.canvas.root() !== null;
  const parent = laneOf(addition, anchor, work);
  const side = place.kind === 'beside' ? place.side : 'after';
  const beside = parent === anchor.parent ? { beside: anchor, side } : {};
  const boxes = addAll(addition, { parent, ...beside }, work);
  if (isTree && place.kind === 'beside') hangBeside(boxes, place, work);
  else if (isLinked(work)) threadBeside(boxes, place, work, addition.label);
  return boxes;
}

/** A sibling in a tree; beside the top there is none, so it hangs from that. Above the top comes another one. */
function hangBeside(
  boxes: readonly Box[],
  { anchor, side }: Extract<ResolvedPlace, { kind: 'beside' }>,
  { canvas }: Work,
): void {
  const parent = canvas.box(canvas.linesTo(anchor.id)[0]?.from ?? null);
  const [above, ...others] = boxes;
  if (parent === undefined && side === 'before' && above !== undefined && others.length === 0)
    canvas.connect(above, anchor, { ends: isPlain(canvas) ? 'none' : 'forward' });
  else for (const box of boxes) hang(canvas, box, parent ?? anchor);
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
  { edge, within }: Extract<ResolvedPlace, { kind: 'edge' }>,
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
  const places = addition.texts.map((text) => placeByDate(text, work));
  if (places.every((place) => place !== null)) return addAtDates(addition, places, work);
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
    addShape(addition, text, { parent: null, atStart: edge === 'start' }, work),
  );
}

/** Each behind the last date that is not later, and on the line that joins the dates. */
const addAtDates = (addition: Addition, places: readonly DatePlace[], work: Work): Box[] =>
  addition.texts.flatMap((text, at) => {
    const place = places[at];
    return place === undefined ? [] : addBeside({ ...addition, texts: [text] }, place, work);
  });
