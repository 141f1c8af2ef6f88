import { type Names, SEPARABLE } from './names.ts';
import type { VerbClass } from './verbs.ts';

/** What a clause in German, French or Spanish relates. `subject` is '' where it goes on with the last one. */
export type ForeignClause = {
  subject: string;
  object: string;
  phrase: string;
  verbClass: VerbClass;
  /** Whether the object acts on the subject. */
  isPassive: boolean;
  /** What a clause that joins says beside its verb: "en wifi". */
  circumstance: string;
};

const ARTICLE =
  /^(?:der|die|das|den|dem|ein|eine[mnrs]?|jede[mnrs]?|chaque|cada|les?|la|une?|des|el|los|las|un[ao]?s?|[ld]['’])$/i;
const AND = /^(?:und|et|y)$/;
/** A number before what is counted; it stays with it. */
const NUMBER =
  /^(?:\d+|zwei|drei|vier|fünf|sechs|mehrere|deux|trois|quatre|cinq|six|plusieurs|dos|tres|cuatro|cinco|seis|varios)$/i;
/** What begins a clause whose subject stands behind its verb. */
const PLACE = /^(?:am|an|im|in|auf|hinter|neben|unter|vom|von|zum|zur|dans|sur|sous|en|sobre|al|au|aux|à)$/i;
/** A preposition with its article. */
const CONTRACTED = /^(?:im|ins|zum|zur|vom|beim|am|ans|du|aux?|al|del)$/i;
const OF = /^(?:de|du|des|del|d['’])$/i;
const CLASSES: readonly (readonly [VerbClass, RegExp])[] = [
  ['join', /verbunden|(?<!\p{L})(?:reliée?s?|connectée?s?|conectad[oa]s?)(?!\p{L})/iu],
  ['contain', /^(?:enthält|enthalten|umfasst|contien(?:t|nent|en?)|comprend|incluye)$/i],
];

/** Words of a clause that joins which its line shows. */
const JOINED =
  /(?<!\p{L})(?:est|sont|ist|sind|está[n]?|verbunden|reliée?s?|connectée?s?|conectad[oa]s?|à|aux?|al?|con|mit|zu|…)(?!\p{L})/giu;

const wordsOf = (text: string): string[] =>
  text.replaceAll(/(?<!\p{L})([ld]['’])(?=\p{L})/giu, '$1 ').split(/\s+/);

/** Whether a text is a noun and no more: with an article, a capital, or a name that recurs. */
export function isNoun(text: string, names: Names): boolean {
  const words = wordsOf(text);
  return nounEnd(words, 0) === words.length || names.has(text);
}

/** Reads a clause by the names that recur in the text, and by its articles and capitals; null for others. */
export function foreignClause(text: string, names: Names): ForeignClause | null {
  const words = wordsOf(text);
  if (PLACE.test(words[0] ?? '')) return turnedRound(words);
  const behind = words.length > 2 && SEPARABLE.test(text) ? words.splice(-1) : [];
  const from = names.atBegin(words) || nounEnd(words, 0);
  const asked = askedFor(words, from);
  const at = asked?.at ?? objectAt(words, Math.max(from, 1), names);
  if (at === null) return null;
  const verb = words.slice(from, ARTICLE.test(words[at - 1] ?? '') && at - 1 > from ? at - 1 : at);
  const phrase = [[...verb, ...(asked?.topic ?? [])].join(' '), ...behind].join(' … ');
  const verbClass = CLASSES.find(([, pattern]) => pattern.test(phrase))?.[0] ?? 'act';
  const start =
    isArticleOf(words) || (ARTICLE.test(words[0] ?? '') && names.has(joined(words.slice(1, from)))) ? 1 : 0;
  const [subject, object] = [
    joined(words.slice(start, from)),
    names.nominative(joined(words.slice(at, asked?.end))),
  ];
  const said = verbClass === 'join' ? phrase.replaceAll(JOINED, ' ').trim() : '';
  return { subject, object, phrase, verbClass, isPassive: false, circumstance: said };
}

/** "fragt das Lager nach dem Bestand": whom, before what. */
function askedFor(
  words: readonly string[],
  from: number,
): { at: number; end: number; topic: string[] } | null {
  const end = ASKS.test(words[from] ?? '') ? nounEnd(words, from + 1) : 0;
  if (end <= from + 1 || !/^(?:nach|um|über)$/.test(words[end] ?? '')) return null;
  const at = ARTICLE.test(words[from + 1] ?? '') ? from + 2 : from + 1;
  return { at, end, topic: words.slice(end) };
}

const ASKS = /^(?:frag(?:t|en)|bitte(?:t|n)|informier(?:t|en)|ersuch(?:t|en))$/;

/** "Am Switch hängen drei PCs": the place first, then the verb, then the subject. */
function turnedRound([place = '', ...words]: readonly string[]): ForeignClause | null {
  const verb = nounEnd(words, 0);
  const isClause = verb > 0 && verb < words.length - 1 && listEnd(words, verb + 1) === words.length;
  if (!isClause) return null;
  const [subject = '', object = ''] = [words.slice(0, verb), words.slice(verb + 1)].map((noun) =>
    joined(ARTICLE.test(noun[0] ?? '') ? noun.slice(1) : noun),
  );
  const phrase = `${words[verb]} ${place.toLowerCase()}`;
  return { subject, object, phrase, verbClass: 'act', isPassive: true, circumstance: '' };
}

/** Where a noun that begins at a place ends: "la base de données", "Große Pumpe"; the same place if none begins there. */
function nounEnd(words: readonly string[], from: number): number {
  const isLed = ARTICLE.test(words[from] ?? '') || NUMBER.test(words[from] ?? '');
  let at = isLed ? from + 1 : from;
  const isNoun = isLed || /^\p{Lu}/u.test(words[at] ?? '');
  if (!isNoun) return from;
  while (isLed && at < words.length - 2 && /^\p{Lu}/u.test(words[at + 1] ?? '')) at += 1;
  at += 1;
  while (/^\d+$/.test(words[at] ?? '')) at += 1;
  while (OF.test(words[at] ?? '') && at + 1 < words.length) at += ARTICLE.test(words[at + 1] ?? '') ? 3 : 2;
  return at;
}

/** Where nouns that begin at a place end: "Switch und Drucker". */
function listEnd(words: readonly string[], from: number): number {
  let at = nounEnd(words, from);
  while (at > from && AND.test(words[at] ?? '')) {
    const next = nounEnd(words, at + 1);
    if (next === at + 1) return at;
    at = next;
  }
  return at;
}

/** Where the object begins, without its article: a name at the end, else the last noun there. */
function objectAt(words: readonly string[], from: number, names: Names): number | null {
  const known = names.atEnd(words);
  const start = words.length - known;
  if (known > 0 && start > from && !AND.test(words[start - 1] ?? '')) return start;
  for (let at = from; at < words.length; at += 1) {
    const isContracted = CONTRACTED.test(words[at] ?? '') && at + 2 === words.length;
    if (isContracted) return at + 1;
    if (listEnd(words, at) === words.length) return ARTICLE.test(words[at] ?? '') ? at + 1 : at;
  }
  // "Las gallinas ponen huevos": a noun without an article.
  return from > 1 && words.length - from === 2 ? words.length - 1 : null;
}

const joined = (words: readonly string[]): string => words.join(' ').replaceAll(/([ld]['’]) /gi, '$1');

/** Whether an article begins the words: "Los Angeles" has none. */
const isArticleOf = ([first = '', next = '']: readonly string[]): boolean =>
  ARTICLE.test(first) &&
  (/^(?:d|ein)/i.test(first) || /^\p{Ll}/u.test(next) || /['’]$/.test(first) || /^\p{Ll}/u.test(first));
