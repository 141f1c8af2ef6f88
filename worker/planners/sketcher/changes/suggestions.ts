import { closeness } from './canvas/reasons.ts';
import type { MistakenName } from './canvas/refused.ts';
import { bareClause } from './grammar/clause.ts';
import { leadingVerbs } from './grammar/verbs.ts';

/** A change that can't be made: why, what works on the canvas, and the names that may be mistaken. */
export type Refused = { refusal: string; examples: readonly string[]; mistaken: readonly MistakenName[] };

const mostSuggestions = 3;
/** Each suggestion is tried, so only so many are made. */
const mostTried = 8;
const longestInstruction = 500;

/**
 * Instructions to offer instead of a text that was refused: the text with the names that may be meant, or else examples
 * for the canvas. All of them work.
 */
export function suggestionsFor(
  text: string,
  { examples, mistaken }: Refused,
  works: (suggestion: string) => boolean,
): string[] {
  const corrected = text.length > longestInstruction ? [] : mistaken.flatMap((name) => correct(text, name));
  // One click carries a suggestion out: nothing is deleted that the person has not named.
  return [...new Set([...corrected, ...examples.filter((example) => !deletes(example))])]
    .slice(0, mostTried)
    .filter(works)
    .slice(0, mostSuggestions);
}

const deletes = (instruction: string): boolean =>
  leadingVerbs(bareClause(instruction)).some(({ action }) => action === 'remove' || action === 'clear');

/** How much of a name must be in a text for the text to be deleted instead. */
const closeEnough = 0.35;

/** The text with each of the names that may be meant in place of the mistaken one. */
function correct(text: string, { name, texts }: MistakenName): string[] {
  const at = text.toLowerCase().indexOf(name.toLowerCase());
  if (name === '' || at === -1) return [];
  const [before, after] = [text.slice(0, at), text.slice(at + name.length)];
  const isQuoted = /[“"]$/.test(before) && /^[”"]/.test(after);
  const meant = deletes(text) ? texts.filter((known) => nearlyNames(name, known)) : texts;
  return meant.map((known) => `${before}${isQuoted ? known : `“${known}”`}${after}`);
}

/** Whether a name is a part of a text, has all of it, or nearly is it. */
function nearlyNames(name: string, text: string): boolean {
  const [one, other] = [name.toLowerCase(), text.toLowerCase()];
  return one.includes(other) || other.includes(one) || closeness(name, text) >= closeEnough;
}
