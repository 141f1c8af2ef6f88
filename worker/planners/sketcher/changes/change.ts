import type { CompletePlan } from '../../completePlan.ts';
import type { PlannerCanvas } from '../../planner.ts';
import { drawNew } from '../diagrams/draw.ts';
import { ARROW } from '../reading/evidence.ts';
import { isMarked } from '../text/outline.ts';
import { hasWords, shorten } from '../text/plain.ts';
import { type Box, EditedCanvas } from './canvas/editedCanvas.ts';
import { Finder } from './canvas/finder.ts';
import { ChangeRefused } from './canvas/refused.ts';
import { quoted } from './canvas/wording.ts';
import { carryOut } from './commands/carryOut.ts';
import type { Work } from './commands/work.ts';
import type { Command } from './grammar/command.ts';
import { type Reading, readInstruction } from './instruction/readInstruction.ts';
import { hideNames } from './language/hideNames.ts';
import { layoutOf, planOfChanges } from './planOfChanges.ts';

/** Why nothing is changed, and what works instead, for the owner of the job. */
export type Refusal = { refusal: string };

/**
 * Changes an existing canvas as plain text asks. A whole diagram is drawn beside what is there. A text that asks for no
 * known change, or for one that can't be made, is refused. Where an instruction asks for several changes, those that are
 * understood are made, and a warning names the others: they don't depend on each other, unless one says "it" of what
 * another would have changed, which is then refused as well.
 */
export function changeCanvas(text: string, canvas: PlannerCanvas): CompletePlan | Refusal {
  const warnings = new Set<string>();
  const warn = (message: string) => void warnings.add(message);
  const edited = new EditedCanvas(canvas);
  const names = hideNames(text, textsOf(canvas));
  const finder = new Finder(edited, {
    hasSelection: canvas.hasSelection,
    elsewhere: canvas.elsewhere,
    names,
    warn,
  });
  const readings = readInstruction(names.text, {
    names,
    layout: layoutOf(edited),
    isThere: (phrase, wanted) => finder.isThere(phrase, wanted),
  });
  if (asksForDiagram(text, readings, finder)) return drawNew(text);
  const work: Work = { canvas: edited, finder, warn, whole: { arrange: null, isReverted: false } };
  const reasons = readings.flatMap((reading) => carryOutReading(reading, work));
  const before = new EditedCanvas(canvas);
  const objects = planOfChanges(before, work);
  if (objects.length === 0) {
    return refusalOf(reasons.join(' ') || [...warnings].join(' ') || 'It is so already.', before);
  }
  const { direction = null } = work.whole.arrange ?? {};
  return {
    header: { title: canvas.title, layout: layoutOf(before), direction },
    objects,
    warnings: [...reasons, ...warnings],
  };
}

const textsOf = ({ objects, context }: PlannerCanvas): string[] =>
  [...objects, ...context].flatMap(({ kind, text }) => (kind === 'CONNECTOR' || text === null ? [] : [text]));

/** Makes the changes of a part of an instruction. @returns Why one was not made */
function carryOutReading({ text, commands, isWhole }: Reading, work: Work): string[] {
  const { finder } = work;
  if (commands === null) {
    finder.endChange(false);
    return [`This change was not understood: “${shorten(finder.show(text), 80)}”.`];
  }
  const restore = work.canvas.save();
  const reasons: string[] = [];
  for (const command of commands) {
    reasons.push(...carryOutOne(command, work));
    if (isWhole !== true || reasons.length === 0) continue;
    restore();
    break;
  }
  return reasons;
}

function carryOutOne(command: Command, { canvas, finder, ...work }: Work): string[] {
  const restore = canvas.save();
  try {
    carryOut(command, { canvas, finder, ...work });
    finder.endChange(true);
    return [];
  } catch (error) {
    if (!(error instanceof ChangeRefused)) throw error;
    restore();
    finder.endChange(false);
    return [error.message];
  }
}

function refusalOf(reason: string, { boxes }: EditedCanvas): Refusal {
  const free = boxes.filter(({ access, text }) => access === 'free' && text !== '');
  const [first, second] = [
    free.find(({ kind }) => kind === 'SHAPE') ?? free[0],
    free.findLast(({ kind }) => kind === 'SHAPE'),
  ];
  return {
    refusal: `${reason} Examples of what works: ${examplesFor(first, second).join('; ')}.`,
  };
}

/** Instructions that work on this canvas. */
function examplesFor(first: Box | undefined, second: Box | undefined): string[] {
  if (first === undefined) return ['add a step called “Review”', 'add a column “To do” with cards A and B'];
  const name = quoted(first);
  const other = second === undefined || second === first ? [] : [`swap ${name} and ${quoted(second)}`];
  return [
    `add Approval after ${name}`,
    `rename ${name} to Draft`,
    `delete ${name}`,
    `make ${name} green`,
    ...other,
  ];
}

const DIAGRAM_NAME =
  '(?:swot|kanban|mind ?-?map|flow ?-?chart|time ?-?line|road ?-?map|org(?:ani[sz]ation)? chart|retrospective|pros and cons|matrix|user journey|sequence diagram|class diagram)';
const DIAGRAM = new RegExp(`\\b${DIAGRAM_NAME}\\b`, 'i');
const DRAWS = /^(?:please\s+|can you\s+)*(?:add|draw|create|make|sketch|insert|give me|show)\b/i;
/** "SWOT of our pricing": a text that begins with the name of a diagram, and goes on with what is in it. */
const TITLED = new RegExp(
  `^(?:an?\\s+)?${DIAGRAM_NAME}(?:\\s+(?:analysis|board|diagram))?(?:\\s*:|\\s+(?:of|for|about|on|with)\\s)`,
  'i',
);

/** Whether a text is content or asks for a diagram of its own, and for no change of what is there. */
function asksForDiagram(text: string, readings: readonly Reading[], finder: Finder): boolean {
  if (DIAGRAM.test(text) && DRAWS.test(text) && text.length > 12 && !readings.some(namesWhatIsThere(finder)))
    return true;
  if (TITLED.test(text) && !readings.some(namesWhatIsThere(finder))) return true;
  if (readings.some(({ commands }) => commands !== null)) return false;
  const lines = text.split('\n').filter(hasWords);
  return ARROW.test(text) || (lines.length > 1 && lines.filter(isMarked).length > 1);
}

const namesWhatIsThere =
  (finder: Finder) =>
  ({ commands }: Reading): boolean =>
    (commands ?? []).some(
      (command) =>
        command.kind !== 'add' ||
        (command.place !== null && command.place.of !== null && finder.isThere(command.place.of)),
    );
