import type { Box, EditedCanvas, Line } from '../canvas/editedCanvas.ts';
import { featuresOf } from '../canvas/likeness.ts';
import { refuse } from '../canvas/refused.ts';
import type { Addition } from '../grammar/command.ts';
import { addAll } from './addShape.ts';
import { joinInRow, threadInto } from './flow.ts';
import type { Work } from './work.ts';

const NO =
  /\b(?:not?|nobody|never|without|out of|fail(?:s|ed|ure|ures)?|wrong|bad|broken|invalid|missing|reject(?:s|ed)?|refused|declined|nein|nicht|kein\w*|non|pas)\b|n['’]t\b/i;

/** The label of the other way out of a question, or null. */
export function oppositeOf(label: string): string | null {
  const pairs = ['yes no', 'ja nein', 'oui non', 'sí no', 'true false'].map((pair) => pair.split(' '));
  const pair = pairs.find((each) => each.includes(label.toLowerCase()));
  return pair?.find((each) => each !== label.toLowerCase()) ?? null;
}

/**
 * "When it's out of stock, notify the customer": steps on the way out of a decision that the condition names. A
 * condition that names none of its ways, such as "after 3 failed attempts", is a further way out of the only decision.
 */
export function addAtWay(addition: Addition, condition: string, work: Work): Box[] {
  const { canvas, finder } = work;
  const words = finder.show(condition);
  const way = wayNamed(canvas, words);
  const target = canvas.box(way?.to ?? null);
  const source = canvas.box(way?.from ?? null);
  if (way !== undefined && source !== undefined && target !== undefined) {
    const boxes = addAll(addition, { parent: target.parent }, work);
    threadInto(canvas, boxes, { sources: [source], targets: [target], replaced: [way] });
    return boxes;
  }
  const [decision, ...others] = decisionsOf(canvas);
  if (decision === undefined || others.length > 0 || !NO.test(words)) {
    refuse(`No decision on the canvas asks about “${words}”. Name the step: “add … after …”.`);
  }
  const boxes = addAll(addition, { parent: decision.parent }, work);
  if (boxes[0] !== undefined) canvas.connect(decision, boxes[0], { text: words });
  joinInRow(canvas, boxes);
  return boxes;
}

const decisionsOf = (canvas: EditedCanvas): Box[] => canvas.boxes.filter(({ shape }) => shape === 'diamond');

/** The connector whose label the condition says, or that answers the question that it is about. */
function wayNamed(canvas: EditedCanvas, words: string): Line | undefined {
  const { stems } = featuresOf(words);
  const ways = decisionsOf(canvas).flatMap(({ id }) => canvas.linesFrom(id));
  const labelled = ways.filter(({ text }) => {
    const label = featuresOf(text ?? '').stems;
    return label.size > 0 && oppositeOf(text ?? '') === null && label.isSubsetOf(stems);
  });
  if (labelled.length === 1) return labelled[0];
  const asked = decisionsOf(canvas).filter(({ text }) => !featuresOf(text).stems.isDisjointFrom(stems));
  const [decision, ...others] = asked;
  if (decision === undefined || others.length > 0) return undefined;
  const isNo = NO.test(words) !== NO.test(decision.text);
  const answers = isNo ? /^(?:no|nein|non|false)$/i : /^(?:yes|ja|oui|sí|si|true)$/i;
  return canvas.linesFrom(decision.id).find(({ text }) => answers.test(text ?? ''));
}
