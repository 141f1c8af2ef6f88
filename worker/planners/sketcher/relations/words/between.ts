import { splitOutside } from '../../text/split.ts';
import { trimEndOf } from '../../text/trimEnd.ts';
import { nounOf } from './predicate.ts';

/** "A firewall between the router and the internet": what stands between which two. */
export type Between = { name: string; ends: readonly [string, string] };

const STANDS =
  '(?:is|are|sits?|stands?|lies?|goes|steht|stehen|liegt|sitzt|ist|kommt|est|se trouve|está|hay)';
const PAIR = String.raw`(?:between|zwischen|entre)\s+(\S.{0,60}?)\s+(?:and|und|et|y)\s+`;
const BEHIND = new RegExp(
  String.raw`^(?:(?:and|und|et|y|with|mit)\s+)?(?:(?:there (?:is|are)|put|place|add|es gibt|il y a|hay)\s+)?(\S.{0,50}?)\s+(?:${STANDS}\s+)?(?:in\s+)?${PAIR}(\S.{0,60})$`,
  'isu',
);
const BEFORE = new RegExp(
  String.raw`^(?:in\s+)?${PAIR}(\S.{0,60}?)\s+(?:${STANDS}|there is|gibt es|il y a)\s+(\S.{0,50})$`,
  'isu',
);
/** Names of what two things have with each other, which is no thing between them. */
const RELATION =
  /(?:relation(?:ship)?s?|connections?|links?|lines?|arrows?|traffic|communication|differences?|choice|comparison|conflict|contract|distance|(?:^|\s)\S*(?:verbindung|beziehung|unterschied|vergleich|pfeil|linie|verkehr)(?:en)?|diferencia|différence|relación)$/i;
/** Most words of a name: more are a clause. */
const mostWords = 3;
/** Longest piece that may tell of what stands between others, in characters. */
const longest = 180;

/** Reads a piece between commas; null for one that tells of nothing between two things. */
export function betweenIn(piece: string): Between | null {
  const text = trimEndOf(piece.trim(), '. ');
  if (text.length > longest) return null;
  const [, one, other, last] = BEFORE.exec(text) ?? [];
  const [, name = last, first = one, second = other] = last === undefined ? (BEHIND.exec(text) ?? []) : [];
  if (name === undefined || first === undefined || second === undefined) return null;
  const bare = nounOf(name.replace(ARTICLE, ''));
  if (RELATION.test(bare) || NO_NAME.test(bare) || bare.split(' ').length > mostWords) return null;
  return { name: bare, ends: [nounOf(first.replace(ARTICLE, '')), nounOf(second.replace(ARTICLE, ''))] };
}

/** A clause, or a word that stands for a name. */
const NO_NAME =
  /(?:^|\s)(?:is|are|was|were|choose|compare|difference|it|this|that|sich|wird|werden|wählen|vergleiche?)(?:\s|$)|\s(?:runs?|flows?|goes|moves?|travels?|switch(?:es)?|exchanged?|shared|sent|fährt|fahren|läuft|laufen|fließt|fließen)$/i;
const ARTICLE = /^(?:der|die|das|dem|den|eine?[nmr]?|les?|la|une?|el|un[ao]?)\s+/i;

/** Takes such pieces out of a sentence. */
export function takeBetween(sentence: string): { rest: string; between: Between[] } {
  if (!/(?:between|zwischen|entre)\s/i.test(sentence)) return { rest: sentence, between: [] };
  const pieces = splitOutside(sentence, /\s*[,，]\s*/).map((text) => ({ text, found: betweenIn(text) }));
  return {
    rest: pieces.flatMap(({ text, found }) => (found === null ? [text] : [])).join(', '),
    between: pieces.flatMap(({ found }) => found ?? []),
  };
}
