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
  if (word === undefined || before === undefined || !beginsStep(words, at)) return false;
  return isWhole(words.slice(0, at)) || (isDeterminer(word) && isNoun(before));
}

/** Whether a command, or a subject with its verb, begins at a place. */
function beginsStep(words: readonly Word[], at: number): boolean {
  const [before, word, next] = [words[at - 1], words[at], words[at + 1]];
  if (before === undefined || word === undefined) return false;
  if (isAuxiliary(before) || isNegation(before) || isDeterminer(before) || isPreposition(before))
    return false;
  if (/^(?:and|or|than|as|too|very|more|less|there)$/.test(before.lower)) return false;
  if (/^(?:back|out|up|down|off|over|away|else)$/.test(word.lower)) return false;
  if (next !== undefined && isSubjectPronoun(word)) return next.canBeVerb || isAuxiliary(next);
  if (isDeterminer(word)) return hasVerb(words.slice(at, at + 6));
  const hasObject = next !== undefined && (isDeterminer(next) || /^(?:it|them|him|her|us)$/.test(next.lower));
  if (isNoun(before) && !/^\d/.test(before.text) && !hasObject) return false;
  const isBase =
    isVerb(word.lower) || (word.canBeVerb && (word.tags.has('Verb') || hasObject || /^\d/.test(before.text)));
  return (
    isBase && !isThirdPerson(word) && !isParticiple(word) && !isAuxiliary(word) && !isSubjectPronoun(before)
  );
}

/** Whether words are a condition: with a verb, or no more than a quality such as "too high". */
function isWhole(words: readonly Word[]): boolean {
  const [first, second] = words;
  if (first === undefined) return false;
  if (hasVerb(words) || words.some(({ before, text, after }) => /[<>=≤≥]/.test(before + text + after)))
    return true;
  const isQuality = (word: Word) =>
    word.tags.has('Adjective') ||
    isParticiple(word) ||
    isAdverb(word) ||
    /^(?:too|not|ok|yes|no|none)$/.test(word.lower);
  return isQuality(first) && (second === undefined || !isNoun(second) || isQuality(second));
}

const hasVerb = (words: readonly Word[]): boolean => findVerb(words, null) !== null && words.length > 1;
