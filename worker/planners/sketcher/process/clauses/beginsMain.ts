import { isVerb } from '../../text/verbs.ts';
import type { Word } from '../words/readWords.ts';
import {
  isAdverb,
  isAuxiliary,
  isDeterminer,
  isNegation,
  isNoun,
  isParticiple,
  isPreposition,
  isSubjectPronoun,
  isThirdPerson,
} from '../words/wordClasses.ts';
import { findVerb } from './findVerb.ts';

/** Whether a main clause begins at a place of a condition that no comma ends: "older than 3 years [replace it]". */
export function beginsMain(words: readonly Word[], at: number): boolean {
  const [word, before] = [words[at], words[at - 1]];
  if (word === undefined || before === undefined) return false;
  if (at === 1 && isAnswered(words)) return true;
  if (!beginsStep(words, at)) return false;
  return isWhole(words.slice(0, at)) || (isDeterminer(word) && isNoun(before));
}

/** "Approved | HR records it": behind a participle alone, somebody does something. */
function isAnswered([participle, ...others]: readonly Word[]): boolean {
  const verb = others.slice(1, 3).find((word) => word.canBeVerb && isThirdPerson(word));
  return PARTICIPLE.test(participle?.lower ?? '') && verb !== undefined && others.at(-1) !== verb;
}

const PARTICIPLE = /^(?:\p{Ll}{2,}ed|paid|sent|sold|found|done)$/u;

/** Whether a command, or a subject with its verb, begins at a place. */
function beginsStep(words: readonly Word[], at: number): boolean {
  const [before, word, next] = [words[at - 1], words[at], words[at + 1]];
  if (before === undefined || word === undefined || belongTogether(before, word)) return false;
  if (next !== undefined && isSubjectPronoun(word)) return next.canBeVerb || isAuxiliary(next);
  if (isDeterminer(word)) return hasOwnVerb(words.slice(at, at + 6));
  const isBase =
    !isThirdPerson(word) && !isParticiple(word) && !isAuxiliary(word) && !isSubjectPronoun(before);
  return isBase && isCommand(words, at);
}

/** Whether a word goes on with what the one before it begins. */
const belongTogether = (before: Word, word: Word): boolean =>
  isAuxiliary(before) ||
  isNegation(before) ||
  isDeterminer(before) ||
  isPreposition(before) ||
  /^(?:and|or|than|as|too|very|more|less|there)$/.test(before.lower) ||
  /^(?:back|out|up|down|off|over|away|else)$/.test(word.lower);

/** Whether a verb at a place is a command rather than a noun. */
function isCommand(words: readonly Word[], at: number): boolean {
  const [before, word, next] = [words[at - 1], words[at], words[at + 1]];
  if (before === undefined || word === undefined) return false;
  const hasObject = next !== undefined && (isDeterminer(next) || /^(?:it|them|him|her|us)$/.test(next.lower));
  const isSure = hasObject || /^\d/.test(before.text);
  if (isVerb(word.lower))
    return isSure || !isNoun(before) || hasObjectBehind(words, at) || isState(words.slice(0, at));
  return word.canBeVerb && (isSure || (word.tags.has('Verb') && !isNoun(before)));
}

/** Whether what follows a verb may be its object: "send a letter", "hand over the case". */
function hasObjectBehind(words: readonly Word[], at: number): boolean {
  const [word, next, behind] = words.slice(at);
  if (word?.after !== '' || next === undefined || isAuxiliary(next)) return false;
  return !isPreposition(next) || next.lower === 'over' || behind === undefined;
}

/** Whether words are a condition: with a verb, or no more than a quality such as "too high". */
function isWhole(words: readonly Word[]): boolean {
  const [first, second] = words;
  if (first === undefined) return false;
  if (hasVerb(words) || words.some(({ before, text, after }) => /[<>=≤≥]/.test(before + text + after)))
    return true;
  if (isState(words) || isPredicate(words)) return true;
  const isQuality = (word: Word) =>
    word.tags.has('Adjective') ||
    word.tags.has('Gerund') ||
    isParticiple(word) ||
    isAdverb(word) ||
    /^(?:too|not|ok|yes|no|none)$/.test(word.lower);
  return isQuality(first) && (second === undefined || !isNoun(second) || isQuality(second));
}

/** "Password wrong", "stock low 3 times": a noun with its quality, without a verb. */
function isPredicate([noun, quality, amount]: readonly Word[]): boolean {
  if (noun === undefined || quality === undefined || isPreposition(noun) || isDeterminer(noun)) return false;
  const isQuality = quality.tags.has('Adjective') && !isNoun(quality) && !quality.canBeVerb;
  return isNoun(noun) && isQuality && (amount === undefined || /^\d/.test(amount.text));
}

/** "In stock", "out of date": a preposition with its noun. */
function isState(words: readonly Word[]): boolean {
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined || words.length < 2 || words.length > 3) return false;
  return (
    isPreposition(first) && isNoun(last) && !words.some((word) => isDeterminer(word) || word.after !== '')
  );
}

/** Whether words have a verb before another noun with its article: "an outage | the engineer acknowledges it" has none. */
function hasOwnVerb(words: readonly Word[]): boolean {
  const verb = findVerb(words, null);
  if (verb === null || words.length < 2) return false;
  return !words.slice(1, verb.at).some((word, at) => isArticle(word) && isNoun(words[at] as Word));
}

const isArticle = ({ lower }: Word): boolean => /^(?:the|an?|our|your|their|its)$/.test(lower);

const hasVerb = (words: readonly Word[]): boolean => findVerb(words, null) !== null && words.length > 1;
