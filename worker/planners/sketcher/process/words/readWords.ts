import nlp from 'compromise/two';
import { splitSentences } from '../../text/sentences.ts';
import { isVerb } from '../../text/verbs.ts';

/** A word of a sentence with what the reading of clauses needs to know of it. */
export type Word = {
  text: string;
  /** In small letters, without punctuation. */
  lower: string;
  /** Punctuation behind it, such as `,` or `:`; a bracket or dash too. */
  after: string;
  /** Punctuation before it, such as `(`. */
  before: string;
  tags: ReadonlySet<string>;
  /** Whether it can be a verb in the present tense: "checks", also where it was taken for a noun. */
  canBeVerb: boolean;
};

type Term = { text?: string; pre?: string; post?: string; tags?: string[] };

/** Longest word that is looked up, in UTF-16 units. */
const MAX_WORD = 40;

/** Length of a sentence that is read at once, in UTF-16 units; a longer one is cut, so that reading takes linear time. */
const MAX_SENTENCE = 600;
const PIECE = new RegExp(`[\\s\\S]{1,${MAX_SENTENCE}}(?=\\s|$)|[\\s\\S]{1,${MAX_SENTENCE}}`, 'g');

/** The sentences of a text, each as words with their parts of speech. */
export function readSentences(text: string): Word[][] {
  return splitSentences(
    text.replace(
      CONTRACTED,
      (found) => `${found.replace(/['’]?(?:s|re)$/i, '')} ${/re$/i.test(found) ? 'are' : 'is'}`,
    ),
  ).flatMap((sentence) =>
    (sentence.match(PIECE) ?? []).map((piece) => {
      const parts = nlp(piece, OWN_WORDS).json({ offset: false }) as { terms?: Term[] }[];
      return joinHyphens(parts.flatMap(({ terms = [] }) => terms)).flatMap(wordOf);
    }),
  );
}

/** "It's" as "it is". */
const CONTRACTED =
  /\b(it|that|there|he|she|they|we|you|who)['’](s|re)\b|(?<=\b(?:if|when|unless) )(it)(s)(?= (?:ok|okay|fine|good|not|too|\p{L}+ed)\b)/giu;

/** "pick-up" as one word, which the library takes apart. */
function joinHyphens(terms: readonly Term[]): Term[] {
  const joined: Term[] = [];
  for (const term of terms) {
    const last = joined.at(-1);
    if (last !== undefined && /^[-/]$/.test(last.post ?? ''))
      joined[joined.length - 1] = {
        ...term,
        pre: last.pre ?? '',
        text: `${last.text}${last.post}${term.text}`,
      };
    else joined.push(term);
  }
  return joined;
}

function wordOf({ text = '', pre = '', post = '', tags = [] }: Term): Word[] {
  const lower = text.toLowerCase().replaceAll('’', "'");
  if (text === '') return [];
  const known = new Set(tags);
  return [
    {
      text,
      lower,
      before: pre.trim(),
      after: post.trim(),
      tags: known,
      canBeVerb: canBeVerb(lower, known),
    },
  ];
}

/** The words as they were written. */
export function textOf(words: readonly Word[]): string {
  return words
    .map(({ before, text, after }) => `${before}${text}${after}`)
    .join(' ')
    .trim();
}

const { one, two } = nlp.model() as {
  one: { lexicon: Readonly<Record<string, string | string[]>> };
  two: { switches: Readonly<Record<string, string>> };
};

function canBeVerb(lower: string, tags: ReadonlySet<string>): boolean {
  if (lower.length > MAX_WORD || tags.has('Gerund') || tags.has('Adverb')) return false;
  if (tags.has('PresentTense') || tags.has('Infinitive') || isKnownVerb(lower)) return true;
  return infinitivesOf(lower).some(isKnownVerb);
}

function isKnownVerb(word: string): boolean {
  const known = [one.lexicon[word] ?? []].flat();
  return (
    known.includes('Infinitive') ||
    known.includes('PresentTense') ||
    /Verb/.test(two.switches[word] ?? '') ||
    isVerb(word)
  );
}

/** What "checks", "tries" and "passes" may be forms of. */
const infinitivesOf = (lower: string): string[] =>
  /[^s]s$/.test(lower) ? [lower.slice(0, -1), lower.replace(/ies$/, 'y'), lower.replace(/es$/, '')] : [];

/** Words that the library takes for others in descriptions of processes. */
const OWN_WORDS: Record<string, string> = {
  hr: 'ProperNoun',
  pos: 'ProperNoun',
  qa: 'ProperNoun',
  describes: 'PresentTense',
};
