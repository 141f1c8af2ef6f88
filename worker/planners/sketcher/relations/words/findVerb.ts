import { findVerb as findFiniteVerb } from '../../process/clauses/findVerb.ts';
import { readSentences, textOf } from '../../process/words/readWords.ts';
import { isAction } from '../../text/verbs.ts';
import type { Names } from './names.ts';
import { DETERMINER, isPreposition } from './predicate.ts';
import { verbForm } from './verbs.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));
const ADVERB = words('also then always only directly both each all just never not usually often still');
const AUXILIARY = words('is are was were be been being gets get can may must should will could do does to');
const THIRD = /^\p{Ll}{2,}[^su\P{Ll}]s$/u;
/** "has closed": of what has been. */
const PARTICIPLE = /^\p{Ll}+ed$/u;
const PLURAL = /^(?:we|they|you|i|people|children|sheep|fish|mice|users|all|both)$|[^s]s$/i;

/** Whether a word before a verb belongs to it: "is also used". */
export function isHelper(word: string): boolean {
  return AUXILIARY.has(word.toLowerCase()) || ADVERB.has(word.toLowerCase());
}

/**
 * The place of the main verb of a clause: behind a name that recurs in the text, else by the parts of speech.
 * @param isPlural Whether there are other subjects before these words
 * @param goesOn Whether the words may begin with the verb, since the clause before has a subject
 */
export function findVerb(
  all: readonly string[],
  names: Names,
  { isPlural, goesOn }: { isPlural: boolean; goesOn: boolean },
): number | null {
  const bracket = all.findIndex((word) => /^[(（]/.test(word));
  const end = all.findIndex((word) => /[)）]$/.test(word)) + 1;
  // "Ann (manager) leads": the brackets belong to the name.
  if (bracket > 0 && end > bracket && end < all.length - 1 && isVerbPlace(all, end)) return end;
  const words = bracket === -1 ? all : all.slice(0, bracket);
  const [first = '', next = ''] = words;
  if (words.length < 2) return null;
  if (first === 'back' || next === 'back' || /^\d{1,2}[:.]\d{2}/.test(first) || isPreposition(first))
    return null;
  if (goesOn && mayBegin(words)) return 0;
  if (first === 'A' && (THIRD.test(next) || isHelper(next))) return behindHelpers(words, 1);
  if (/^\d+$/.test(first)) return null;
  const at = behindHelpers(words, names.atBegin(words));
  if (at > 0 && at < words.length - 1 && isVerbPlace(words, at)) return at;
  const between = words.findIndex(
    (word, place) => place > 0 && (names.isBetween(word) || (place > 1 && isBehindLabel(words, place))),
  );
  if (between > 0 && between < words.length - 1) return between;
  return taggedPlace(words, goesOn) ?? middlePlace(words, isPlural, names);
}

/** Whether words may begin with a verb: "has claws", "stores the key", "sends emails through". */
function mayBegin([verb = '', next = '', behind = '']: readonly string[]): boolean {
  if (/^ha(?:s|ve)$/.test(verb)) return !isHelper(next) && !PARTICIPLE.test(next);
  return THIRD.test(verb) && next !== '' && (!THIRD.test(next) || isPreposition(behind));
}

/** "Node 1 runs", "Lawyer A represents" */
const isBehindLabel = (words: readonly string[], place: number): boolean =>
  THIRD.test(words[place] ?? '') && /^(?:\d+|\p{Lu}\d*)$/u.test(words[place - 1] ?? '');

function behindHelpers(words: readonly string[], from: number): number {
  let at = from;
  while (from > 0 && isHelper(words[at] ?? '')) at += 1;
  return at;
}

/** Whether a word behind a name may be its verb. */
function isVerbPlace(words: readonly string[], at: number): boolean {
  const word = words[at] ?? '';
  if (isPreposition(word) || DETERMINER.test(`${word} `) || !/^\p{Ll}/u.test(word)) return word === 'behind';
  return THIRD.test(word) || (canBeVerb(word) && !THIRD.test(words[at + 1] ?? ''));
}

const canBeVerb = (word: string): boolean => readSentences(`they ${word}`)[0]?.[1]?.canBeVerb === true;

function taggedPlace(words: readonly string[], goesOn: boolean): number | null {
  const tagged = readSentences(words.join(' ')).flat();
  const verb = findFiniteVerb(tagged, null);
  if (verb === null) return null;
  const length = textOf(tagged.slice(0, verb.main)).replaceAll(' ', '').length;
  let at = 0;
  for (let passed = 0; passed < length && at < words.length; at += 1) passed += words[at]?.length ?? 0;
  if (verb.isState && !/^(?:has|have)$/.test(words[at] ?? ''))
    return words[at + 1] === 'behind' ? at + 1 : null;
  const [first = '', next = ''] = words;
  const later =
    at > 0 || goesOn || THIRD.test(first)
      ? -1
      : words.findIndex((word, place) => isLater(words, word, place));
  if (later !== -1) return later;
  if (at === 0 && !THIRD.test(first) && !isBeforeObject(next) && !/^\p{Lu}/u.test(next)) return null;
  return at < words.length - 1 ? at : null;
}

/** "Price influences demand", "Order service calls stock": a verb behind nouns that can be verbs, too. */
const isLater = (words: readonly string[], word: string, place: number): boolean =>
  place > 0 && place < words.length - 1 && THIRD.test(word) && (place === 1 || canBeVerb(word));

/** "A borrows B", "taxes raise prices": the word between two others, or before an article. */
function middlePlace(words: readonly string[], isPlural: boolean, names: Names): number | null {
  const first = /^(?:the|an?|its|their|our|your|my|each|every)$/i.test(words[0] ?? '') ? 1 : 0;
  const [before = '', word = ''] = words.slice(first);
  const isMiddle =
    words.length === first + 3 &&
    (THIRD.test(word) ||
      ((isPlural || PLURAL.test(before)) &&
        ((!isAction(before) && canBeVerb(word)) || isNamed(words, first + 1, names))));
  if (isMiddle) return first + 1;
  const isVerb = (word: string, next: string, last: string) =>
    THIRD.test(word) && verbForm(word).verbClass !== 'act'
      ? next !== ''
      : isBeforeObject(next) &&
        (/^\p{Ll}+(?:[^su\P{Ll}]s|ing)$/u.test(word) ||
          ((isPlural || PLURAL.test(last)) && !isHelper(word) && canBeVerb(word)));
  const at = words.findIndex(
    (word, place) => place > first && isVerb(word, words[place + 1] ?? '', words[place - 1] ?? ''),
  );
  return at === -1 ? null : at;
}

/** Whether a small word stands before a name that recurs: "Tableau and Looker query Snowflake". */
const isNamed = (words: readonly string[], at: number, names: Names): boolean =>
  /^\p{Ll}+$/u.test(words[at] ?? '') &&
  !isPreposition(words[at] ?? '') &&
  names.recurs(words.slice(at + 1).join(' '));

const isBeforeObject = (next: string): boolean => DETERMINER.test(`${next} `) || isPreposition(next);
