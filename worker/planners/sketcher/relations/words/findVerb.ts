import { DETERMINER, TARGET } from './predicate.ts';
import { unknownVerb, type VerbForm, verbForm } from './verbs.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));
const ADVERB = words('also then always only directly both each all just never not usually often');
const AUXILIARY = words('is are was were be been being gets get can may must should will could do does to');
const PLURAL = /^(?:we|they|you|i|people|children|sheep|fish|mice|users|all|both)$|[^s]s$/i;

/** Whether a word before a verb belongs to it: "is also used". */
export function isHelper(word: string): boolean {
  return AUXILIARY.has(word.toLowerCase()) || ADVERB.has(word.toLowerCase());
}

/**
 * The place of the verb: the first word in a verb's form that has a subject before it, else the first word.
 * @param isPlural Whether there are other subjects before these words
 * @param goesOn Whether the words may begin with the verb, since the clause before has a subject
 */
export function findVerb(words: readonly string[], isPlural: boolean, goesOn: boolean): number | null {
  const first = hasArticle(words) ? 1 : 0;
  if (goesOn && verbForm(words[0] ?? '')?.form === 'third' && words.length > 1) return 0;
  const at = words.findIndex((_, place) => place > first && isVerbPlace(words, place, isPlural));
  if (at !== -1) return at;
  const [only = '', next = ''] = words;
  const form = first === 0 && next !== '' ? verbForm(only) : null;
  const hasObject = TARGET.has(next) || DETERMINER.test(`${next} `) || /^\p{Lu}/u.test(next);
  return form !== null && (form.form === 'third' || hasObject) ? 0 : unknownPlace(words, first);
}

/** Whether an article comes first: "A" before a verb is a name. */
const hasArticle = ([first = '', next = '']: readonly string[]): boolean =>
  /^(?:the|an?|its|their|our|your|my|each|every)$/i.test(first) &&
  !(first === 'A' && verbForm(next)?.form === 'third');

function isVerbPlace(words: readonly string[], at: number, isPlural: boolean): boolean {
  if (words[at] === 'behind') return at > 1 && /^(?:is|are|sits?)$/i.test(words[at - 1] ?? '');
  const form = verbForm(words[at] ?? '');
  return form !== null && isVerbAt(words, at, form, isPlural);
}

/** "A member borrows many books", "mouse fears dog": a word in the third person between two things. */
function unknownPlace(words: readonly string[], first: number): number | null {
  const isMiddle = words.length === first + 3 && unknownVerb(words[first + 1] ?? '') !== null;
  if (isMiddle) return first + 1;
  const at = words.findIndex(
    (word, place) => place > first && unknownVerb(word) !== null && OBJECT.test(`${words[place + 1] ?? ''} `),
  );
  return at === -1 ? null : at;
}

const OBJECT = /^(?:the|an?|its|their|his|her|many|several|one|two|three|some|each|every|into|onto)\s/i;

function isVerbAt(
  words: readonly string[],
  at: number,
  { form, isRelation }: VerbForm,
  isPlural: boolean,
): boolean {
  const [before = '', next = ''] = [words[at - 1], words[at + 1]];
  const isHelped = AUXILIARY.has(before.toLowerCase());
  if (next === '') return false;
  if (form === 'third') return !isHelped;
  if (form === 'base') return isHelped || ADVERB.has(before.toLowerCase()) || PLURAL.test(before) || isPlural;
  return isRelation && (isHelped || TARGET.has(next) || next === 'by');
}
