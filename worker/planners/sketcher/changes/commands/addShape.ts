import type { PlanShape } from '../../../../../src/canvas/model/plan.ts';
import { label as labelOf } from '../../text/plain.ts';
import type { Box, Place } from '../canvas/editedCanvas.ts';
import type { Addition } from '../grammar/command.ts';
import { usualColor } from './flow.ts';
import type { Work } from './work.ts';

/** Whether what is on the canvas is joined by connectors. */
export function isLinked({ canvas }: Work): boolean {
  return canvas.lines.length > 0;
}

/** Adds a shape for each text, in their order. */
export function addAll(addition: Addition, place: Place, work: Work): Box[] {
  const boxes = addition.texts.map((text) => addShape(addition, text, place, work));
  // Each was put right beside the anchor, so the last one is next to it.
  if (place.side === 'after' || place.atStart)
    for (const box of boxes.toReversed()) work.canvas.place(box, place);
  return boxes;
}

/** Adds one shape, which looks like those it comes among. */
export function addShape(
  addition: Pick<Addition, 'shape' | 'color'> & Partial<Pick<Addition, 'isEntity' | 'contents'>>,
  text: string,
  place: Place,
  work: Work,
): Box {
  const { canvas } = work;
  const shape = addition.shape ?? shapeFor(text, place, work);
  const color = addition.color ?? usualColor(canvas, shape, place.parent);
  const { isEntity = false, contents = [] } = addition;
  const fields = isEntity && contents.length > 0 ? { fields: contents } : {};
  return canvas.add({ kind: 'SHAPE', text: labelOf(text), shape, color, ...fields }, place);
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
