import { PRONOUN } from '../canvas/pronouns.ts';
import { bareClause } from '../grammar/clause.ts';
import type { Command } from '../grammar/command.ts';
import type { Part } from '../grammar/sentences.ts';
import { leadingVerbs } from '../grammar/verbs.ts';

/** Verbs that ask for a change of a canvas, and seldom tell of a step. */
const EDITS =
  '(?:add|insert|append|remove|delete|erase|connect|disconnect|rename|relabel|swap|duplicate|füge|lösche|entferne|verbinde|benenne|ajoute|supprime|relie|renomme|añade|agrega|elimina|borra|conecta|renombra)(?=\\s)';
const JOINT = new RegExp(
  `(?:,?\\s+(?:and\\s+then|and\\s+also|and|then|also|but|und|et|y)\\s+|,\\s+)(?=${EDITS})`,
  'gu',
);
/** What a verb is about: something that is there or in quotation marks, or a pronoun. */
const EDIT = new RegExp(`^${EDITS}\\s+(?:the\\s+|die\\s+|la\\s+|le\\s+)?(\\S+)`, 'iu');
const ADDS = /^(?:add|insert|append|füge|ajoute|añade|agrega)\s/i;

/** A text in parts at "and", "then" and commas where such a verb follows. */
function partsAtEdits({ joint, text }: Part): Part[] {
  const parts: Part[] = [];
  let [from, before] = [0, joint];
  for (const { index, 0: between } of text.matchAll(JOINT)) {
    parts.push({ joint: before, text: text.slice(from, index) });
    [from, before] = [index + between.length, between];
  }
  parts.push({ joint: before, text: text.slice(from) });
  return parts;
}

/**
 * "After Pay go to Close and add Mail behind it": commands that a place, a condition or a list does not include, if all
 * parts are understood. "Peel and remove the core" stays one step.
 */
export function withEditsApart(part: Part, read: (text: string) => Command[] | null): Part[] {
  const parts = partsAtEdits(part);
  const [, ...edits] = parts;
  if (edits.length === 0) return [part];
  const isCommand = leadingVerbs(bareClause(part.text)).length > 0;
  const areEdits = edits.every(({ text }) => isAboutThere(text) || (!isCommand && ADDS.test(text)));
  return areEdits && parts.every(({ text }) => read(text) !== null) ? parts : [part];
}

/** Whether a text that would be added is a command about something that is there: "Remove Review". */
export function addsCommand(commands: readonly Command[], hidden: string): boolean {
  const added = commands.flatMap((command) => (command.kind === 'add' ? command.texts : []));
  return added.some((text) => {
    const verbs = [...hidden.matchAll(new RegExp(`(?<=^|[\\s,])${EDITS}`, 'giu'))];
    return verbs.some(({ 0: verb, index }) => containsWord(text, verb) && isAboutThere(hidden.slice(index)));
  });
}

const containsWord = (text: string, word: string): boolean =>
  ` ${text.toLowerCase()} `.includes(` ${word.toLowerCase()} `);

function isAboutThere(text: string): boolean {
  const [, object = ''] = EDIT.exec(text) ?? [];
  return object.startsWith('\uE000') || PRONOUN.test(object);
}
