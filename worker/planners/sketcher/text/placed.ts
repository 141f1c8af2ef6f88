import { type Item, leaf } from './item.ts';
import { splitList } from './split.ts';

/** Sources of patterns for the first to the sixth. */
export const ORDINALS = [
  'first|1st|erste[rsn]?|premi(?:er|ère)|primer[oa]?|prim[oa]',
  'second|2nd|zweite[rsn]?|deuxième|seconde?|segund[oa]|second[oa]',
  'third|3rd|dritte[rsn]?|troisième|tercer[oa]?|terceir[oa]|terz[oa]',
  'fourth|4th|vierte[rsn]?|quatrième|cuart[oa]|quart[oa]',
  'fifth|5th|fünfte[rsn]?|cinquième|quint[oa]',
  'sixth|6th|sechste[rsn]?|sixième|sext[oa]',
];
const ORDINAL = new RegExp(
  `^(?:${ORDINALS.map((words) => `(${words})`).join('|')}|(last|letzte[rsn]?|derni(?:er|ère)|últim[oa]))$`,
  'iu',
);
/** "Put" at the begin of a sentence. */
const PUT =
  /(?:^|[.;!\n])\s*(?:and\s+|then\s+)?(?:put|place|add|write|setze?|stelle?|lege?|mets|mettez|pon|poner|coloca|metti)\s+/iu;
const PLACE =
  /^(.{1,200}?)\s+(?:(?:in|into|on|under|to|unter|dans|en|sous)\s+(?:the|das|den|die|le|la|el|il|dem|der)|nel|nella|no|na)\s+([\p{L}\d]{1,12})(?:\s+(?:one|quadrant|column|box|section|cell|lane|field|group|list|part|Spalte|colonne|columna|Feld)s?)?\s*(?:,|;|$|\s+(?=(?:and|und|et|y|e)\s)|\.\s*$)/isu;

/** What stands at which of several sections, counted from 0; `-1` is the last. */
type Placed = { names: string[]; at: number };

/** Takes sentences such as 'put "pay taxes" in the first and "run" in the second' off the end of a list of sections. */
export function takePlaced(text: string): { text: string; placed: Placed[] } {
  const put = PUT.exec(text);
  if (put === null) return { text, placed: [] };
  const placed: Placed[] = [];
  let rest = text.slice(put.index + put[0].length);
  while (rest !== '') {
    const match = PLACE.exec(rest);
    const at = placeOf(match?.[2] ?? '');
    if (match === null || at === null) return { text, placed: [] };
    placed.push({ names: splitList(match[1] ?? '').map(withoutQuotes), at });
    rest = rest
      .slice(match[0].length)
      .replace(/^\s*(?:and|und|et|y|e)\s+/i, '')
      .trimStart();
  }
  return { text: text.slice(0, put.index), placed };
}

/** Puts what `takePlaced` found below the items; it stands beside them where there are too few. */
export function place(items: readonly Item[], placed: readonly Placed[]): Item[] {
  const result = items.map((item) => ({ ...item, children: [...item.children] }));
  const others: Item[] = [];
  for (const { names, at } of placed) (result.at(at)?.children ?? others).push(...names.map(leaf));
  return [...result, ...others];
}

function placeOf(word: string): number | null {
  const match = ORDINAL.exec(word);
  if (match === null) return null;
  const at = match.slice(1).findIndex((found) => found !== undefined);
  return at === ORDINALS.length ? -1 : at;
}

const withoutQuotes = (name: string): string => name.replace(/^["“„«'‘](.*)["”“»'’]$/u, '$1');
