import type { CompletePlan } from '../../completePlan.ts';
import type { PlannerCanvas } from '../../planner.ts';
import { drawNew } from '../diagrams/draw.ts';
import { ARROW } from '../reading/evidence.ts';
import { isMarked } from '../text/outline.ts';
import { hasWords, shorten } from '../text/plain.ts';
import { type Box, EditedCanvas } from './canvas/editedCanvas.ts';
import { Finder } from './canvas/finder.ts';
import { AlreadySo, ChangeRefused, OutsideSelection } from './canvas/refused.ts';
import { quoted } from './canvas/wording.ts';
import { carryOut } from './commands/carryOut.ts';
import { sequenceOn } from './commands/sequence.ts';
import type { Work } from './commands/work.ts';
import type { Context } from './grammar/clause.ts';
import type { Command } from './grammar/command.ts';
import { type Reading, readInstruction } from './instruction/readInstruction.ts';
import { hideNames } from './language/hideNames.ts';
import { withMessagesAsArrows } from './language/messageNames.ts';
import { DIAGRAM_NAME } from './language/wholeCanvas.ts';
import { layoutOf, planOfChanges } from './planOfChanges.ts';
import { type Refused, suggestionsFor } from './suggestions.ts';

/** Why nothing is changed, and what works instead, for the owner of the job. */
export type Refusal = {
  refusal: string;
  /** Complete instructions that work on this canvas. */
  suggestions: readonly string[];
};

/**
 * Changes an existing canvas as plain text asks. A whole diagram is drawn beside what is there. A text that asks for no
 * known change, or for one that can't be made, is refused. Where an instruction asks for several changes, those that are
 * understood are made, and a warning names the others: they don't depend on each other, unless one says "it" of what
 * another would have changed, which is then refused as well.
 * @param recent Ids of what the instruction before this one was about
 */
export function changeCanvas(
  text: string,
  canvas: PlannerCanvas,
  recent: readonly string[] = [],
): CompletePlan | Refusal {
  const change = tryChange(text, canvas, recent);
  if ('header' in change) return change;
  const works = (suggestion: string) => 'header' in tryChange(suggestion, canvas, recent);
  return { refusal: change.refusal, suggestions: suggestionsFor(text, change, works) };
}

function tryChange(text: string, canvas: PlannerCanvas, recent: readonly string[]): CompletePlan | Refused {
  const warnings = new Set<string>();
  const warn = (message: string) => void warnings.add(message);
  const edited = new EditedCanvas(canvas);
  const sequence = sequenceOn(edited);
  const labels = (sequence?.messages ?? []).flatMap(({ text: label }) => label ?? []);
  const names = hideNames(withMessagesAsArrows(text, labels), textsOf(canvas));
  const finder = new Finder(edited, {
    hasSelection: canvas.hasSelection,
    elsewhere: canvas.elsewhere,
    names,
    recent,
    warn,
  });
  const readings = readInstruction(names.text, {
    names,
    layout: sequence === null ? layoutOf(edited) : 'sequence',
    isLabel: (phrase) => finder.labelled(phrase).length > 0,
    isThere: remembered((phrase, wanted) => finder.isThere(phrase, wanted)),
  });
  if (asksForDiagram(text, names.text, readings, finder)) return drawNew(text);
  const work: Work = {
    ...{ canvas: edited, finder, warn },
    added: { lines: new Set(), beside: [] },
    whole: { arrange: null, isReverted: false, isSequence: false },
  };
  const refusals = readings.flatMap((reading) => carryOutReading(reading, work));
  const before = new EditedCanvas(canvas);
  const objects = planOfChanges(before, work);
  if (objects.length === 0) {
    const reasons = refusals.map(({ message }) => message);
    const reason = reasons.join(' ') || [...warnings].join(' ') || 'It is so already.';
    if (refusals.length > 0 && refusals.every((refusal) => refusal instanceof OutsideSelection))
      return { refusal: reason, examples: [], mistaken: [] };
    const examples = examplesOn(before, text);
    const mistaken = refusals.flatMap((refusal) => refusal.mistaken ?? []);
    return { refusal: `${reason} Examples of what works: ${examples.join('; ')}.`, examples, mistaken };
  }
  const { direction = null } = work.whole.arrange ?? {};
  return {
    header: { title: canvas.title, layout: work.whole.isSequence ? 'sequence' : layoutOf(before), direction },
    objects,
    warnings: [
      ...refusals.flatMap((refusal) => (refusal instanceof AlreadySo ? [] : refusal.message)),
      ...warnings,
    ],
  };
}

/** Asks about each phrase once: the readers ask often, and nothing changes while they read. */
function remembered(isThere: Context['isThere']): Context['isThere'] {
  const known = new Map<string, boolean>();
  return (phrase, wanted) => {
    const key = JSON.stringify([phrase, wanted]);
    const answer = known.get(key) ?? isThere(phrase, wanted);
    known.set(key, answer);
    return answer;
  };
}

const textsOf = ({ objects, context }: PlannerCanvas): string[] =>
  [...objects, ...context].flatMap(({ kind, text }) => (kind === 'CONNECTOR' || text === null ? [] : [text]));

/** Makes the changes of a part of an instruction. @returns Why some were not made */
function carryOutReading({ text, commands, isWhole }: Reading, work: Work): ChangeRefused[] {
  const { finder } = work;
  if (commands === null) {
    finder.endChange(false);
    return [new ChangeRefused(`This change was not understood: “${shorten(finder.show(text), 80)}”.`)];
  }
  const restore = work.canvas.save();
  const refusals: ChangeRefused[] = [];
  for (const command of commands) {
    refusals.push(...carryOutOne(command, work));
    if (isWhole !== true || refusals.length === 0) continue;
    restore();
    break;
  }
  return refusals;
}

function carryOutOne(command: Command, { canvas, finder, ...work }: Work): ChangeRefused[] {
  const restore = canvas.save();
  try {
    carryOut(command, { canvas, finder, ...work });
    finder.endChange(true);
    return [];
  } catch (error) {
    if (!(error instanceof ChangeRefused)) throw error;
    restore();
    finder.endChange(false);
    return [error];
  }
}

/** Instructions that work on this canvas: about what the text names, if it names something. */
function examplesOn(canvas: EditedCanvas, text: string): string[] {
  const free = canvas.boxes.filter(({ access, text: name }) => access === 'free' && name !== '');
  const shapes = free.filter(({ kind }) => kind === 'SHAPE');
  const said = text.toLowerCase();
  const named = free.find(({ text: name }) => name.length > 2 && said.includes(name.toLowerCase()));
  const first = named ?? shapes[0] ?? free[0];
  const other = shapes.findLast((box) => box !== first);
  return examplesFor(first, other, canvas);
}

function examplesFor(first: Box | undefined, other: Box | undefined, canvas: EditedCanvas): string[] {
  if (first === undefined) return ['add a step called “Review”', 'add a column “To do” with cards A and B'];
  const name = quoted(first);
  const column = canvas.boxes.findLast(
    (box) => box.kind === 'FRAME' && box.id !== first.parent && box !== first,
  );
  const place = first.kind === 'FRAME' ? 'to' : canvas.root() === null ? 'after' : 'under';
  return [
    `add Approval ${place} ${name}`,
    ...(column === undefined || first.kind === 'FRAME' ? [] : [`move ${name} to ${quoted(column)}`]),
    `rename ${name} to Draft`,
    `delete ${name}`,
    `make ${name} green`,
    ...(other === undefined || first.kind === 'FRAME' ? [] : [`swap ${name} and ${quoted(other)}`]),
  ];
}

/** What asks for a diagram, with nothing that is there before its name: "make Draft a timeline" does not. */
const DRAWS = new RegExp(
  `^(?:please\\s+|can you\\s+)*(?:add|draw|create|make|sketch|insert|give me|show)\\s(?:[^\\s\uE000]+\\s+){0,6}?${DIAGRAM_NAME}\\b`,
  'i',
);
/** "SWOT of our pricing": a text that begins with the name of a diagram, and goes on with what is in it. */
const TITLED = new RegExp(
  `^(?:an?\\s+)?${DIAGRAM_NAME}(?:\\s+(?:analysis|board|diagram))?(?:\\s*:|\\s+(?:of|for|about|on|with)\\s)`,
  'i',
);

/** Whether a text is content or asks for a diagram of its own, and for no change of what is there. */
function asksForDiagram(text: string, hidden: string, readings: readonly Reading[], finder: Finder): boolean {
  if (DRAWS.test(hidden) && text.length > 12 && !readings.some(namesWhatIsThere(finder))) return true;
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
