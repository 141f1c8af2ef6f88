import { hasWords } from './plain.ts';
import { splitCommas, splitOutside } from './split.ts';

/** What ends in a full stop within a sentence: an abbreviation, or a number before a small letter. */
const NO_END =
  /(?<!(?<![\p{L}\p{N}])(?:Dr|Mr|Mrs|Ms|Prof|St|Nr|Inc|Ltd|Co|vs|ca|approx|incl|mgr|e\.g|i\.e|z\.B|d\.h|p\.ej|bzw|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.)(?!(?<=(?<![\p{L}\p{N}])(?:ch|pp?|no|vol|fig|art)\.)\s+\d)(?!(?<=(?:^|[:：,;(]\s?)\p{Lu}\.)\s+\p{Lu})(?!(?<=(?<![\p{L}\p{N}])\d{1,3}\.)\s+(?:\p{Ll}|[-–]\s|(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)(?!\p{L})))(?!(?<=(?:^|[:：,;(]\s?)(?:(?:am|ab|vom|bis|on)\s)?\d{1,2}\.\d{1,2}\.)\s+\p{L})(?!(?<=\betc\.)\s+\P{Lu})/iu;
/** Source of a pattern for the end of a sentence behind its mark: not behind "vs." and the like. */
export const SENTENCE_END = `(?<=[.!?؟])${NO_END.source}(?=\\s|$)`;
const SENTENCE = new RegExp(`${SENTENCE_END}\\s+|[。！？]\\s*|\\s*[;；؛\\n]+\\s*`, 'u');

/** Sentences and lines; semicolons end one too. */
export function splitSentences(text: string): string[] {
  return splitOutside(text, SENTENCE).filter(hasWords);
}

/** Pieces between commas of all sentences. */
export function splitPhrases(text: string): string[] {
  return splitSentences(text).flatMap(splitCommas);
}
