import { alongside } from './alongArrows.ts';
import type { Box, EditedCanvas } from './editedCanvas.ts';
import { featuresOf } from './likeness.ts';

const BRANCH =
  /^(?:(?:everything|all(?:\s+(?:steps|boxes))?|the\s+steps?)\s+(?:on|in|along|after|behind|down)\s+)?(?:the\s+)?(.+?)[-\s](?:path|branch|side|way|route|arm|case|answer|zweig|ast|branche|rama)$/i;

/**
 * What only one answer of a decision leads to: "the no branch", "everything on the yes path". Steps that another answer
 * leads to as well belong to none of them.
 * @param show Gives hidden names back.
 */
export function answerBranch(canvas: EditedCanvas, phrase: string, show: (text: string) => string): Box[] {
  const label = featuresOf(show(BRANCH.exec(phrase)?.[1] ?? '')).plain;
  const lines = canvas.lines.filter(({ text }) => text !== null && featuresOf(text).plain === label);
  const [line, ...others] = label === '' ? [] : lines;
  if (line === undefined || others.length > 0) return [];
  const elsewhere = new Set(
    canvas.linesFrom(line.from).flatMap(({ id, to }) => (id === line.id ? [] : stepsFrom(canvas, to))),
  );
  return stepsFrom(canvas, line.to).filter((box) => box.id !== line.from && !elsewhere.has(box));
}

function stepsFrom(canvas: EditedCanvas, id: string): Box[] {
  const first = canvas.box(id);
  return first === undefined ? [] : [first, ...alongside(canvas, first, 'after')];
}
