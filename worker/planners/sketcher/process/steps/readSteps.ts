import { losesContent } from '../../text/lostContent.ts';
import { isMarked } from '../../text/outline.ts';
import { isRange } from '../../text/range.ts';
import { splitCommas } from '../../text/split.ts';
import type { Clause } from '../clauses/splitClauses.ts';
import { splitClauses } from '../clauses/splitClauses.ts';
import { LABELLED } from '../fragments/phrases.ts';
import { readFragments } from '../fragments/readFragments.ts';
import { readProcess } from '../model/readProcess.ts';
import type { Statement } from '../model/statement.ts';
import { readSentences } from '../words/readWords.ts';

/** What a text says is done: from its sentences, else from its phrases. */
export function readSteps(text: string): Statement[] {
  const sentences = sentencesOf(text);
  const told = sentences === null ? null : readProcess(sentences);
  return told === null || losesContent(text, textsOf(told)) ? readFragments(text) : told;
}

const textsOf = (statements: readonly Statement[]): string[] =>
  statements.flatMap((each) => {
    if (each.kind === 'decision')
      return [each.condition, ...textsOf(each.met), each.otherwiseLabel ?? '', ...textsOf(each.otherwise)];
    if (each.kind === 'loop') return [each.condition, ...textsOf(each.body)];
    if (each.kind === 'fork')
      return [
        each.question ?? '',
        ...each.ways.flatMap(({ label, steps }) => [label ?? '', ...textsOf(steps)]),
      ];
    return each.kind === 'end' ? [] : [each.text];
  });

/** Longest description that is read sentence by sentence, in UTF-16 units; a longer one is no process for one canvas. */
const MAX_TEXT = 8_000;

/** Whether lines have hardly more than a word each. */
const isTerse = (text: string): boolean =>
  text.split(/\s+/).length < 2.5 * text.split(/[\n;.!]+/).filter((line) => line.trim() !== '').length;

/** Whether a text has German words and no English ones, which sentences are full of. */
const isGerman = (text: string): boolean => !ENGLISH.test(text) && (text.match(GERMAN) ?? []).length >= 2;
const ENGLISH = /\b(?:the|is|are|if|and|then|of|to)\b/i;
const GERMAN =
  /(?<!\p{L})(?:wenn|falls|sonst|der|die|das|den|dem|und|wir|nicht|wird|ist|ein|eine|einen)(?!\p{L})/giu;

/** Whether at least three pieces between commas have three words each at most: they are no sentence. */
const areShort = (pieces: readonly string[]): boolean =>
  pieces.length >= 3 && pieces.every((piece) => piece.split(' ').length <= 3);

/** "A, B, C": names of steps, which are no words of a sentence. */
const LETTER = /^\p{Lu}$/u;
/** "If it rains take an umbrella else a hat": cases that nothing parts. */
const hasUnpartedElse = (text: string): boolean =>
  /^if\s/i.test(text) && /\selse\s/i.test(text) && !/[,;:]|[.!]\s*\S/.test(text);

/** Sentences of English with a verb each, as their clauses; null for lists of phrases and for other languages. */
export function sentencesOf(text: string): Clause[][] | null {
  if (text.split('\n').filter(isMarked).length >= 2 || /[?？=<>]|->|→/.test(text)) return null;
  if (text.length > MAX_TEXT || isTerse(text) || isGerman(text)) return null;
  const pieces = splitCommas(text);
  const isListed = (pattern: RegExp) => pieces.filter((piece) => pattern.test(piece)).length >= 2;
  if (pieces.filter(isRange).length >= 2 || isListed(LABELLED) || isListed(LETTER)) return null;
  if (areShort(pieces) || hasUnpartedElse(text)) return null;
  const sentences = readSentences(text).map(splitClauses);
  const told = sentences.filter(
    (clauses) => clauses.some(({ verb }) => verb !== null) && !isPhrases(clauses),
  ).length;
  const withSubject = sentences.filter((clauses) => clauses.some(({ subject }) => subject.length > 0)).length;
  return told >= sentences.length * 0.7 && withSubject * 2 >= sentences.length && sentences.length > 0
    ? sentences.filter((clauses) => clauses.length > 0)
    : null;
}

/** "Wake up, brush teeth, coffee, go to work": phrases of which some have no verb. */
function isPhrases(clauses: readonly Clause[]): boolean {
  const [first] = clauses;
  if (first === undefined) return true;
  const commas = clauses.flatMap(({ words }) => words).filter(({ after }) => after.includes(',')).length;
  return first.link === null && first.subject.length === 0 && commas >= 2;
}
