import { type Point, snapUp } from '../../../src/canvas/model/geometry.ts';
import type { Diagram } from '../../../src/canvas/model/plan.ts';
import { itemBlocks } from '../diagrams/contents.ts';
import { addedId } from '../scene/addedId.ts';
import { type Block, FRAME_TITLE_HEIGHT, GAP, GROUP_GAP } from '../scene/block.ts';
import { column as inColumn, row } from '../scene/packing.ts';
import { type Scene, sceneOf } from '../scene/scene.ts';
import {
  BAR,
  CONDITION_GAP,
  columnsAt,
  conditionSize,
  conditionText,
  LOOP,
  labelColumn,
  labelSize,
  noteSize,
  type Reach,
  reachesOf,
} from './columns.ts';
import { addedNode, blockOf, type Drawing, drawnObjects } from './drawing.ts';
import { barIds, drawHeads, drawLifeline, type Lifeline } from './lifelines.ts';
import { type Fragment, type Message, readSequence, type Sequence } from './readSequence.ts';
import { type Bar, type Rows, rowsOf } from './rows.ts';

/** Free room between a message and its label, in pixels. */
const LABEL_GAP = 4;

/**
 * Lays out a sequence diagram: lifelines from left to right, made of bars on which a participant is active and dashed
 * lines between them, and messages between bars from top to bottom.
 * @returns The scene with the bars and lines, and its block; null if the diagram has no participants.
 */
export async function layOutSequence(diagram: Diagram): Promise<{ scene: Scene; block: Block } | null> {
  const scene = sceneOf(diagram);
  const sequence = readSequence(scene);
  if (sequence === null) return null;
  const drawing = drawSequence(scene, sequence);
  // The rest stands below everything, outside of its frames.
  for (const node of sequence.rest) drawing.changed.set(node.id, { ...node, parent: null });
  const drawn = sceneOf({ ...diagram, objects: drawnObjects(diagram, drawing) });
  const rest = [...(await itemBlocks(drawn, sequence.rest)).values()];
  const blocks = [blockOf(drawing), ...(rest.length === 0 ? [] : [row(rest, GAP)])];
  return { scene: drawn, block: inColumn(blocks, GROUP_GAP) };
}

function drawSequence(scene: Scene, sequence: Sequence): Drawing {
  const drawing: Drawing = { boxes: new Map(), routes: new Map(), added: [], changed: new Map() };
  const reaches = reachesOf(sequence.steps);
  const columns = columnsAt(scene, sequence, reaches);
  const lifelines = sequence.participants.map((participant, column): Lifeline => {
    return { participant, x: columns[column] ?? 0, bars: [] };
  });
  const rows = rowsOf(sequence.steps, drawHeads(scene, lifelines, drawing) + GAP);
  for (const bar of rows.bars) lifelines[bar.column]?.bars.push(bar);
  const ids = barIds(lifelines);
  const xOf = (column: number): number => columns[column] ?? 0;
  drawFragments(rows, reaches, xOf, drawing);
  for (const lifeline of lifelines) drawLifeline(lifeline, ids, rows.bottom, drawing);
  drawMessages(rows, ids, xOf, drawing);
  drawNotes(rows, ids, xOf, drawing);
  return drawing;
}

type Positions = (column: number) => number;

function drawFragments(
  { fragments }: Rows,
  reaches: ReadonlyMap<Fragment, Reach>,
  xOf: Positions,
  { boxes, changed, added }: Drawing,
): void {
  for (const { step, top, bottom, frame } of fragments) {
    const { left, right } = reaches.get(step) ?? { left: 0, right: 0 };
    const [from, to] = [xOf(step.first) - left, xOf(step.last) + right];
    boxes.set(step.frame.id, { x: from, y: top, width: snapUp(to - from), height: bottom - top });
    changed.set(step.frame.id, { ...step.frame, parent: frame });
    if (step.condition === '') continue;
    const size = conditionSize(step);
    const id = addedId(step.frame.id, 'condition');
    const x =
      step.first === step.last
        ? xOf(step.first) + BAR / 2 + CONDITION_GAP
        : (xOf(step.first) + xOf(step.first + 1) - size.width) / 2;
    added.push(addedNode(id, { shape: 'text', text: conditionText(step), parent: step.frame.id }));
    boxes.set(id, { x, y: top + FRAME_TITLE_HEIGHT, ...size });
  }
}

function drawMessages(
  { messages }: Rows,
  ids: ReadonlyMap<Bar, string>,
  xOf: Positions,
  drawing: Drawing,
): void {
  for (const { step, y, from, to } of messages) {
    const route = step.from === step.to ? loopRoute(step, y, xOf) : messageRoute(step, y, xOf);
    drawing.routes.set(step.edge.id, route);
    drawing.changed.set(step.edge.id, { ...step.edge, from: ids.get(from) ?? '', to: ids.get(to) ?? '' });
  }
}

function messageRoute(step: Message, y: number, xOf: Positions) {
  const side = step.from < step.to ? BAR / 2 : -BAR / 2;
  const points = [
    { x: xOf(step.from) + side, y },
    { x: xOf(step.to) - side, y },
  ];
  const { height } = labelSize(step);
  const column = labelColumn(step);
  return {
    points,
    labelAt: labelAt(step, { x: (xOf(column) + xOf(column + 1)) / 2, y: y - height / 2 - LABEL_GAP }),
  };
}

function loopRoute(step: Message, y: number, xOf: Positions) {
  const { width, height } = labelSize(step);
  const [near, far] = [xOf(step.from) + BAR / 2, xOf(step.from) + BAR / 2 + LOOP];
  const below = y + Math.max(24, height);
  const points = [
    { x: near, y },
    { x: far, y },
    { x: far, y: below },
    { x: near, y: below },
  ];
  return { points, labelAt: labelAt(step, { x: far + 2 * LABEL_GAP + width / 2, y: (y + below) / 2 }) };
}

const labelAt = ({ edge }: Message, point: Point): Point | null => (edge.label?.trim() ? point : null);

function drawNotes({ notes }: Rows, ids: ReadonlyMap<Bar, string>, xOf: Positions, drawing: Drawing): void {
  for (const { step, y, bar } of notes) {
    const { width, height } = noteSize(step.note);
    const [near, far] = [xOf(step.column) + BAR / 2, xOf(step.column) + BAR / 2 + LOOP];
    drawing.boxes.set(step.note.id, { x: far, y: y - height / 2, width, height });
    const ends = [
      { x: near, y },
      { x: far, y },
    ];
    drawing.changed.set(step.note.id, { ...step.note, parent: bar.frame });
    const [barId, noteId] = [ids.get(bar) ?? '', step.note.id];
    const isFromNote = step.edge.from === noteId;
    drawing.routes.set(step.edge.id, { points: isFromNote ? ends.toReversed() : ends, labelAt: null });
    const joined = isFromNote ? { from: noteId, to: barId } : { from: barId, to: noteId };
    drawing.changed.set(step.edge.id, { ...step.edge, ...joined, ends: step.edge.ends ?? 'none' });
  }
}
