import { colorOf } from '../../text/colors.ts';
import { numberOf } from '../../text/words.ts';
import { ATOM } from '../language/hideNames.ts';
import {
  isSingular,
  type Kind,
  kindNamed,
  ordinalNamed,
  shapeNamed,
  withoutArticle,
} from '../language/words.ts';
import type { Addition } from './command.ts';

/** What names the text of something new: "called". */
export const NAMING =
  /^(?:(?:that\s+(?:is\s+)?)?(?:called|named|titled|saying|says|labell?ed|reading|namens|appelée?s?|nommée?s?|llamad[oa]s?)|with\s+the\s+(?:text|title|name|words?)|which\s+says|for|:)\s+/i;
const NEW =
  /^(?:new|two\smore|another|extra|additional|further|more|missing|separate|also|neue?[nrs]?|weitere[nrs]?|noch|nouve(?:au|lle)|autre|nuev[oa]|otr[oa])$/i;

/** What is said of something new, and the rest: its text. */
export type Head = {
  kind: Kind | null;
  isOne: boolean;
  looks: Pick<Addition, 'shape' | 'color'>;
  /** Whether it is a table, an entity or a class, which may have fields. */
  isEntity: boolean;
  rest: string;
};

/** What a diagram is made of, other than shapes; only with an article and before a name: "a table lamp" is none. */
const PARTS: readonly { pattern: RegExp; isEntity?: true }[] = [
  {
    pattern:
      /^(?:tables?|entit(?:y|ies)|class(?:es)?|tabellen?|entität(?:en)?|klassen?|entité|clase|tabla)$/i,
    isEntity: true,
  },
  {
    pattern:
      /^(?:participants?|actors?|sub-?(?:branch|topic|step|task|item)(?:e?s)?|topics?|services?|components?|states?|events?|phases?|persons?|teilnehmer|akteure?|ast|äste|zweige?|themen?|meilensteine?|ereignis(?:se)?|phasen?|komponenten?|zustand|zustände|person|participante|acteur|rama|hito|jalon)$/i,
  },
];
const ARTICLE = /^(?:an?|another|one\s+more|(?:noch\s+)?eine?n?|weitere[nr]?|une?|una?)\s/i;
const NAME = new RegExp(`^(?:${ATOM}|\\p{Lu}|["“„«])`, 'u');

/** Number, looks and kind of what is new, before or behind its text. */
export function readHead(phrase: string): Head {
  const head: Head = {
    ...{ kind: null, isOne: false, looks: { shape: null, color: null }, isEntity: false, rest: '' },
  };
  const words = withoutArticle(phrase).split(/\s+/).filter(Boolean);
  if (ARTICLE.test(phrase.trimStart())) {
    takeCheck(head, words);
    takePart(head, words);
  }
  while (words[0] !== undefined && !CONTAINER_OF.test(words.join(' ')) && takeWord(head, words))
    words.shift();
  const last = words.at(-1) ?? '';
  const isListed =
    isSingular(last) || words.length < phrase.split(/\s+/).length || LISTED.test(words.join(' '));
  if (head.kind === null && words.length > 1 && TRAILING.test(last) && isListed) {
    takeKind(head, last);
    words.pop();
  }
  return { ...head, rest: words.join(' ').replace(NAMING, '').trim() };
}

const CHECK = /^(?:checks?|prüfung|abfrage|verification)(:?)$/i;
const QUOTED = new RegExp(`^${ATOM}`);

/** Takes in "check" before what is checked: "a check: is it legal?" asks that. */
function takeCheck(head: Head, words: string[]): void {
  const [first = '', second = ''] = words;
  const [isCheck, colon] = CHECK.exec(first) ?? [];
  if (isCheck === undefined || second === '' || (colon === '' && !QUOTED.test(second))) return;
  head.kind = 'decision';
  head.isOne = true;
  head.looks.shape = 'diamond';
  words.shift();
}

/** Takes in what the new thing is, before its name. */
function takePart(head: Head, words: string[]): void {
  const at = words.findIndex((word) => !NEW.test(word) && colorOf(word) === null);
  const part = PARTS.find(({ pattern }) => pattern.test(words[at] ?? ''));
  const rest = words.slice(at + 1).join(' ');
  if (part === undefined || !(NAME.test(rest) || NAMING.test(`${rest} `))) return;
  head.isEntity = part.isEntity === true;
  head.kind = 'object';
  words.splice(at, 1);
}

/** Takes the first word in; false where it begins the text. */
function takeWord(head: Head, [first = '', second = '', ...more]: readonly string[]): boolean {
  const word = first.replace(/:$/, '');
  if (ordinalNamed(word) !== null && kindNamed(second) !== null) return true;
  if (NEW.test(word) || /^(?:an?|the|of|single|short)$/i.test(word)) return true;
  if (kindNamed(word) === 'frame' && /^(?:items?|entry|entries|cards?)$/i.test(second)) return true;
  if (/^stick(?:y|ies)$/i.test(word) && /^notes?:?$/i.test(second)) return true;
  // "Team B": a letter alone is no name, and a capital is part of one.
  if (
    /^(?:team|squad)$/i.test(word) &&
    (/^(?:\p{Lu}|\d{1,2})$/u.test(second) || (/^[TS]/.test(word) && second !== ''))
  )
    return false;
  const isAhead = second === '' || head.kind !== null || startsWithHead([second, ...more]);
  if (numberOf(word) !== null && isAhead) return true;
  const color = colorOf(word);
  if (color === null || head.looks.color !== null || !isAhead)
    return head.kind === null && takeKind(head, word);
  head.looks.color = color;
  return true;
}

/** Nouns that are no part of a text before them: "an Archive column". */
const TRAILING =
  /^(?:columns?|lanes?|swimlanes?|sections?|frames?|lists?|quadrants?|steps?|cards?|box|boxes|nodes?|note|sticky|spalte|bahn|schritt|karte|colonne|étape|carte|columna|paso|tarjeta)$/i;

/** "Draft and Review steps": several are listed, so that "lunch boxes" alone is a name. */
const LISTED = /,\s|\s(?:and|und|et|y)\s/i;
/** "Boxes of books": a name, not a box. */
const CONTAINER_OF = /^(?:box(?:es)?|cards?|kasten|kästen)\s(?:of|von)\s/i;

function takeKind(head: Head, word: string): boolean {
  const kind = kindNamed(word);
  const isOne = /^ones?$/i.test(word) && (head.looks.color !== null || head.looks.shape !== null);
  if (kind === null || (kind === 'object' && !isOne)) return false;
  head.kind = kind;
  head.isOne = isSingular(word);
  const shape = shapeNamed(word);
  if (shape !== null && shape !== 'rect') head.looks.shape = shape;
  return true;
}

const startsWithHead = ([word = '']: readonly string[]): boolean =>
  kindNamed(word) !== null ||
  colorOf(word) !== null ||
  NEW.test(word) ||
  new RegExp(`^${ATOM}`).test(word) ||
  /^\p{Lu}/u.test(word);
