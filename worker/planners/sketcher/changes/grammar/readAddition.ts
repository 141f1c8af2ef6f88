import { colorOf } from '../../text/colors.ts';
import { splitCommas, splitList } from '../../text/split.ts';
import { numberOf } from '../../text/words.ts';
import { ATOM } from '../language/hideNames.ts';
import { splitsAtRoles } from '../language/roles.ts';
import {
  isSingular,
  type Kind,
  kindNamed,
  ordinalNamed,
  shapeNamed,
  withoutArticle,
} from '../language/words.ts';
import type { Clause } from './clause.ts';
import type { Addition, Command, PlaceWords, Way } from './command.ts';
import { readPlace } from './readPlace.ts';

const PRONOUN =
  /^(?:(?:it|this|that|them|these|those|him|her)$|(?:it|that|them|everything|alles|tout|todo)\s)/i;
const PICTURE =
  /^(?:an?\s+|the\s+|some\s+|\d+\s+)?(?:\S+\s+)?(?:pictures?|images?|photos?|photographs?|screenshots?|logos?|icons?|videos?|gifs?|clip ?art|emojis?|bilde?r?|imagen|imágenes)\s+(?:of|from|showing|with|von|de)\s/i;
/** Wishes that name nothing to draw. */
const VAGUE =
  /^(?:(?:some|more|a bit of|a little|a few|any)\s+)*(?:magic|details?|flair|fun|style|life|colou?rs?|context|structure|information|info|content|stuff|things?|something|anything|examples?|more|space|whitespace|padding)$/i;
const WITH =
  /,?\s+(?:with|containing|including|holding|mit|avec|con)\s+(?:(?:the|these|two|three|four|\d+)\s+)*/i;
const CONTENTS_NOUN =
  /^(?:(?:the\s+)?(?:cards?|items?|tasks?|steps?|children|notes?|entries|teams?|ideas?|karten|cartes|tarjetas)\s*:?\s+)/i;
const NAMING =
  /^(?:(?:that\s+(?:is\s+)?)?(?:called|named|titled|saying|says|labell?ed|reading|namens|appelée?s?|nommée?s?|llamad[oa]s?)|with\s+the\s+(?:text|title|name|words?)|which\s+says|for|:)\s+/i;
const NEW =
  /^(?:new|another|extra|additional|further|more|missing|separate|also|neue?[nrs]?|weitere[nrs]?|noch|nouve(?:au|lle)|autre|nuev[oa]|otr[oa])$/i;
const SAYING =
  /\s+(?:that\s+)?(?:saying|says|reading|with\s+the\s+(?:text|words?)|which\s+says)\s*:?\s+(.+)$/is;
const LABELLED = /,?\s+(?:labell?ed|with\s+the\s+label)\s+(.+)$/is;

type Head = { kind: Kind | null; isOne: boolean; looks: Pick<Addition, 'shape' | 'color'>; rest: string };

/** Reads what is to be added, and where: "two cards to Doing: Film, Cut"; null for what adds nothing. */
export function readAddition(text: string, clause: Clause): Command | null {
  if (text.trim() === '' || PRONOUN.test(text)) return null;
  if (VAGUE.test(text)) return null;
  if (PICTURE.test(text)) return { kind: 'unsupported', reason: 'Pictures can’t be added.' };
  return (
    placedFirst(text, clause) ??
    listedAfterColon(text, clause) ??
    saying(text, clause) ??
    single(text, clause)
  );
}

/** "Bei To do die Karte X": the place comes first. */
function placedFirst(text: string, clause: Clause): Addition | null {
  const split = splitsAtRoles(text, clause.language).find(({ left }) => left === '');
  if (split === undefined) return null;
  const words = split.right.split(/\s+/);
  const length = words.slice(0, 8).findIndex((_, at) => clause.isThere(words.slice(0, at + 1).join(' '))) + 1;
  if (length === 0 || length === words.length) return null;
  const addition = additionOf(readHead(words.slice(length).join(' ')), null, clause);
  return (
    addition && {
      ...addition,
      place: { relation: split.relation, of: words.slice(0, length).join(' ') } as PlaceWords,
    }
  );
}

/** "Two cards to Doing: Film, Cut"; in "2021: first customer" the colon is part of the text. */
function listedAfterColon(text: string, clause: Clause): Addition | null {
  const at = text.search(/:\s|,\s+(?:and\s+)?(?:if|when|on)\s/i);
  if (at < 0) return null;
  const [before, after] = [text.slice(0, at), text.slice(at + 1).trim()];
  const { rest, place } = readPlace(before, clause);
  const head = readHead(rest);
  const ways = waysOf(after, clause);
  if (ways.length > 0) {
    const decision = single(before, clause);
    return decision === null ? null : { ...decision, shape: 'diamond', ways };
  }
  if (head.rest === '' && (head.kind !== null || place !== null)) {
    return additionOf({ ...head, rest: after }, place, clause);
  }
  // "Another threat: new chain bakery": the kind of thing is the name of a column.
  const column = withoutArticle(rest.replace(/^(?:one more|another|a new|an additional|new)\s+/i, ''));
  if (column !== rest && place === null && clause.isThere(column, { kind: 'FRAME' })) {
    return additionOf({ ...head, rest: after }, { relation: 'in', of: column }, clause);
  }
  // "A column Review: A, B".
  if (head.kind === 'frame' && head.rest !== '') {
    const frame = additionOf(head, place, clause);
    return frame === null ? null : { ...frame, contents: textsOf(after, false, clause) };
  }
  return null;
}

/** "A note next to Payment saying Stripe only". */
function saying(text: string, clause: Clause): Addition | null {
  const at = SAYING.exec(text);
  if (at?.[1] === undefined) return null;
  const { rest, place } = readPlace(text.slice(0, at.index), clause);
  const head = readHead(rest);
  if (head.rest !== '') return null;
  const inner = place === null ? readPlace(at[1], clause) : { rest: at[1], place };
  return additionOf({ ...head, isOne: true, rest: inner.rest }, inner.place, clause);
}

function single(text: string, clause: Clause): Addition | null {
  const label = LABELLED.exec(text);
  const unlabelled = label === null ? text : text.slice(0, label.index);
  const { before, place, contents } = placedContents(unlabelled, clause);
  const addition = additionOf(readHead(before), place, clause, contents);
  if (addition === null || label?.[1] === undefined) return addition;
  return { ...addition, label: clause.names.show(label[1]) };
}

type Placed = { before: string; place: PlaceWords | null; contents: string[] };

/** The place stands before what a new frame holds, or behind it. */
function placedContents(text: string, clause: Clause): Placed {
  const [head, inner] = contentsOf(text, clause);
  const inFront = inner.length === 0 ? null : readPlace(head, clause);
  if (inFront !== null && inFront.place !== null) {
    return { before: inFront.rest, place: inFront.place, contents: inner };
  }
  const { rest, place } = readPlace(text, clause);
  const [before, contents] = contentsOf(rest, clause);
  return { before, place, contents };
}

/** A new column or branch apart from what it holds: "a column Review with cards A and B". */
function contentsOf(text: string, clause: Clause): [string, string[]] {
  const at = WITH.exec(text);
  if (at === null || at.index === 0) return [text, []];
  const before = text.slice(0, at.index);
  const after = text.slice(at.index + at[0].length);
  const isBranch =
    /\b(?:branch|topic|team|category|department|division|squad|zweig|abteilung|branche|département|rama|departamento)\b/i.test(
      before,
    );
  if (readHead(before).kind !== 'frame' && !isBranch && !CONTENTS_NOUN.test(after)) return [text, []];
  return [before, textsOf(after.replace(CONTENTS_NOUN, ''), false, clause)];
}

function additionOf(
  { kind, isOne, looks, rest }: Head,
  place: PlaceWords | null,
  clause: Clause,
  contents: string[] = [],
): Addition | null {
  const texts = textsOf(rest, isOne, clause);
  const shape =
    looks.shape ??
    (kind === 'note' ? 'sticky' : kind === 'decision' ? 'diamond' : kind === 'ellipse' ? 'ellipse' : null);
  return {
    ...{ kind: 'add', texts, isFrame: kind === 'frame', shape, color: looks.color, place, contents },
    ...{ ways: [], label: null },
  };
}

/** New texts: one for a noun in the singular, else all of a list. */
function textsOf(rest: string, isOne: boolean, { names }: Clause): string[] {
  if (rest.trim() === '') return [];
  const list = rest.replace(/,?\s+(?:and\s+)?then\s+/gi, ', ');
  const parts = isOne && !list.includes(', ') ? [list] : splitList(list);
  return parts
    .map((part) => names.show(withoutArticle(part.replace(NAMING, '').replace(/^to\s+(?=\p{Ll})/u, ''))))
    .filter((part) => part !== '');
}

/** Number, looks and kind of what is new, before or behind its text. */
function readHead(phrase: string): Head {
  const head: Head = { kind: null, isOne: false, looks: { shape: null, color: null }, rest: '' };
  const words = withoutArticle(phrase).split(/\s+/).filter(Boolean);
  while (words[0] !== undefined && takeWord(head, words)) words.shift();
  const last = words.at(-1) ?? '';
  if (head.kind === null && words.length > 1 && TRAILING.test(last)) {
    takeKind(head, last);
    words.pop();
  }
  return { ...head, rest: words.join(' ').replace(NAMING, '').trim() };
}

/** Takes the first word in; false where it begins the text. */
function takeWord(head: Head, [first = '', second = '', ...more]: readonly string[]): boolean {
  const word = first.replace(/:$/, '');
  if (ordinalNamed(word) !== null && kindNamed(second) !== null) return true;
  if (NEW.test(word) || /^(?:an?|the|of|single|short)$/i.test(word)) return true;
  if (/^stick(?:y|ies)$/i.test(word) && /^notes?:?$/i.test(second)) return true;
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

function takeKind(head: Head, word: string): boolean {
  const kind = kindNamed(word);
  if (kind === null || kind === 'object') return false;
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

const WAY =
  /^(.{1,24}?)\s*(?:(?:go(?:es)?|leads?|continues?|returns?|jumps?)\s+(?:back\s+)?(?:to|on to)|back to|->|→|=>|=)\s*(.+)$/isu;

/** "yes goes to Publish, no goes back to Draft". */
function waysOf(text: string, clause: Clause): Way[] {
  const parts = splitCommas(text).flatMap((part) => part.split(/\s+and\s+(?=\S+\s+(?:goes|leads|back))/i));
  const ways = parts.flatMap((part): Way[] => {
    const [, label, to] = WAY.exec(part.replace(/^(?:and\s+)?(?:(?:if|when|on)\s+)?/i, '')) ?? [];
    return label === undefined || to === undefined || !clause.isThere(to)
      ? []
      : [{ label: clause.names.show(label), to }];
  });
  return ways.length === parts.length ? ways : [];
}
