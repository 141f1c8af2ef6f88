import { type Item, leaf } from '../text/item.ts';
import { hasWords, shorten } from '../text/plain.ts';
import { splitSentences } from '../text/sentences.ts';
import { splitCommas, splitList } from '../text/split.ts';
import { trimEndOf } from '../text/trimEnd.ts';
import { stems } from '../text/words.ts';

/** Most points of an outline. */
const MAX_POINTS = 12;
/** Longest point, in UTF-16 units. */
const MAX_PHRASE = 90;
/** Longest phrase that may stand in the centre. */
const MAX_TOPIC = 60;
/** Where a sentence goes on after its main point. */
const CLAUSE =
  /\s*[—–]\s*|\s-\s|,?\s(?=and\s(?:we|they|it|I|you|he|she|there)\s|because\s(?!of)|so that\s|which\s|while\s|although\s|but\s|however\s|whereas\s|weil\s|aber\s|porque\s|pero\s|mais\s|parce que\s)/i;
const OPENERS =
  /^(?:and|but|so|also|then|however|moreover|in addition|additionally|there (?:is|are|will be))\b[\s,]*/i;
/** "Explain how …": what is explained is the topic. */
const ASKED =
  /^\s*(?:please\s+)?(?:explain|describe|illustrate|tell me(?: about)?|show me)\s+(?:to me\s+)?(?=\S)/i;

/** Prose as a topic with its main points; `isShortened` when the text says more than they do. */
export type Outline = { topic: string | null; points: Item[]; isShortened: boolean };

/** Takes prose apart into a topic, which is a short first clause, and one point for what follows and each other sentence. */
export function outlineOf(text: string): Outline {
  const sentences = splitSentences(text.replace(ASKED, '')).filter(hasWords);
  const [first = '', ...rest] = sentences;
  if (rest.length === 0) return ofSentence(first);
  const [begin = first, ...more] = clausesOf(pointOf(first));
  const topic = begin.length <= MAX_TOPIC && statementsIn(first).length === 1 ? begin : null;
  const told = (topic === null ? sentences : [...more, ...rest]).flatMap(statementsIn);
  const main = told.length > MAX_POINTS ? mainSentences(told) : told;
  const isShortened = main.length < told.length;
  const [only = '', ...others] = main;
  const list = others.length > 0 ? [] : splitList(pointOf(only));
  if (list.length > 2) return { topic, points: list.map(leaf), isShortened: false };
  const points = main.map((sentence) => leaf(isShortened ? mainClause(sentence) : pointOf(sentence)));
  return { topic, points, isShortened };
}

/** A single sentence: its clauses or its commas are all the structure that it has. */
function ofSentence(sentence: string): Outline {
  const text = pointOf(sentence);
  const parts = splitList(text).map(pointOf);
  if (parts.length > 2)
    return { topic: null, points: parts.slice(0, MAX_POINTS * 2).map(leaf), isShortened: false };
  const [main = text, ...more] = clausesOf(text);
  return text.length <= MAX_PHRASE || more.length === 0
    ? { topic: text, points: [], isShortened: false }
    : { topic: main, points: more.map((clause) => leaf(pointOf(clause))), isShortened: false };
}

const clausesOf = (text: string): string[] => text.split(CLAUSE).filter(hasWords);

const ACTS = /^(?:(?:and|und|et|y)\s+)?(?:\p{Lu}[\p{L}'’-]*|we|they|he|she|you|everyone)\s+\p{Ll}+\s/u;

/** "As agreed, Ana calls the venue, and Bo writes the invitation": what each does is a point of its own. */
function statementsIn(sentence: string): string[] {
  const pieces = splitCommas(sentence.replace(/^as\s+\p{L}+,\s+/iu, ''));
  return pieces.length > 1 && pieces.every((piece) => ACTS.test(piece)) ? pieces : [sentence];
}

/** A sentence without its end and without the word that joins it to the one before. */
function pointOf(sentence: string): string {
  const bare = trimEndOf(sentence, '.!。！').replace(OPENERS, '').trim();
  return hasWords(bare) ? bare : sentence;
}

/** The first clause of a sentence, shortened. */
function mainClause(sentence: string): string {
  const [clause = sentence] = clausesOf(pointOf(sentence));
  return clause.length <= MAX_PHRASE ? clause : shorten(splitCommas(clause)[0] ?? clause, MAX_PHRASE);
}

/** The sentences that speak most of what the text repeats, in their order; none twice. */
function mainSentences(sentences: readonly string[]): string[] {
  const different = [...new Map(sentences.map((sentence) => [stems(sentence).join(' '), sentence])).values()];
  const counts = new Map<string, number>();
  for (const word of different.flatMap(stems)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const weightOf = (sentence: string) => {
    const words = new Set(stems(sentence));
    const sum = [...words].reduce((total, word) => total + (counts.get(word) ?? 0) - 1, 0);
    return sum / Math.sqrt(words.size + 4);
  };
  const chosen = new Set(
    different
      .map((sentence) => ({ sentence, weight: weightOf(sentence) }))
      .toSorted((a, b) => b.weight - a.weight)
      .slice(0, MAX_POINTS)
      .map(({ sentence }) => sentence),
  );
  return different.filter((sentence) => chosen.has(sentence));
}
