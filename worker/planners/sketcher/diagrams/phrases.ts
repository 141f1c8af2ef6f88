import { type Item, leaf } from '../text/item.ts';
import { hasWords, shorten } from '../text/plain.ts';
import { splitCommas, splitList, splitOutside, splitSentences } from '../text/split.ts';
import { trimEndOf } from '../text/trimEnd.ts';

/** Longest phrase on a branch, in UTF-16 units. */
const MAX_PHRASE = 90;
/** Longest phrase that may stand in the centre. */
const MAX_TOPIC = 60;
const CLAUSE =
  /\s*(?::(?=\s|$)|[—–]|\s-\s|,?\sand\s(?=(?:we|they|it|I|you|he|she|there)\s)|,?\s(?:because(?! of)|so that|which|while|although|but|however|whereas|weil|aber|porque|pero|mais|parce que)\s)\s*/i;
const OPENERS =
  /^(?:and|but|so|also|then|because(?! of)|however|moreover|in addition|additionally|we (?:also )?(?:need|want|have) to|there (?:is|are|will be)|it (?:is|was)|this (?:is|was))\b[\s,]*/i;

/** "Explain how …": what is explained is the topic. */
const ASKED =
  /^\s*(?:please\s+)?(?:explain|describe|illustrate|tell me(?: about)?|show me)\s+(?:to me\s+)?(?=\S)/i;

/** Prose as a topic with branches: the first phrase of several is the topic, a sentence a branch. */
export type Phrases = { topic: string | null; branches: Item[] };

/** Takes prose apart: sentences are branches, their clauses are below them. */
export function phrasesOf(text: string): Phrases {
  const [first, ...rest] = splitSentences(text.replace(ASKED, '')).map(sentenceItem);
  if (first === undefined) return { topic: null, branches: [] };
  if (rest.length === 0 && first.children.length === 0) return listOf(first);
  if (first.text.length > MAX_TOPIC) return { topic: null, branches: [first, ...rest] };
  const branches = [...first.children, ...rest];
  const [only, ...others] = branches;
  if (only === undefined || others.length > 0 || only.children.length > 0)
    return { topic: first.text, branches };
  return { topic: first.text, branches: splitList(only.text).map((part) => leaf(phrase(part))) };
}

/** A single sentence: its commas are all the structure that it has. */
function listOf({ text }: Item): Phrases {
  const parts = splitList(text);
  return parts.length > 2
    ? { topic: null, branches: parts.map((part) => leaf(phrase(part))) }
    : { topic: text, branches: [] };
}

/** A sentence with its clauses below it; commas part only what is too long to stay together. */
function sentenceItem(sentence: string): Item {
  const clauses = splitOutside(sentence, CLAUSE).flatMap((part) =>
    part.length > MAX_PHRASE ? splitCommas(part) : [part],
  );
  const [first = sentence, ...rest] = clauses.filter(hasWords);
  return { text: phrase(first), children: rest.map((clause) => leaf(phrase(clause))) };
}

function phrase(text: string): string {
  const bare = trimEndOf(text, '.!。！').replace(OPENERS, '').trim();
  return shorten(hasWords(bare) ? bare : text, MAX_PHRASE);
}
