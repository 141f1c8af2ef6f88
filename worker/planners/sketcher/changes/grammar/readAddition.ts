import { colorOf } from '../../text/colors.ts';
import { leadingDate } from '../../text/dates.ts';
import { splitList } from '../../text/split.ts';
import { ATOM } from '../language/hideNames.ts';
import { splitsAtRoles } from '../language/roles.ts';
import { isDate } from '../language/times.ts';
import { withoutArticle } from '../language/words.ts';
import type { Clause } from './clause.ts';
import type { Addition, Command, PlaceWords } from './command.ts';
import { type Head, NAMING, readHead } from './readHead.ts';
import { headingThere } from './readHeading.ts';
import { readPlace } from './readPlace.ts';
import { waysOf } from './readWays.ts';

const PRONOUN =
  /^(?:(?:it|this|that|them|these|those|him|her)$|(?:it|that|them|everything|alles|tout|todo)\s)/i;
const PICTURE =
  /^(?:an?\s+|the\s+|some\s+|\d+\s+)?(?:\S+\s+)?(?:pictures?|images?|photos?|photographs?|screenshots?|logos?|icons?|videos?|gifs?|clip ?art|emojis?|bilde?r?|imagen|imágenes)\s+(?:of|from|showing|with|von|de)\s/i;
/** Wishes that name nothing to draw. */
const VAGUE =
  /^(?:(?:some|more|a bit of|a little|a few|any)\s+)*(?:magic|details?|flair|fun|style|life|colou?rs?|context|structure|information|info|content|stuff|things?|something|anything|examples?|more|space|whitespace|padding)$/i;
/** What is said of other things, without saying what. */
const ATTRIBUTES =
  /^(?:(?:an?|the|some|more|all)\s+)*(?:due\s+dates?|dates|deadlines|owners|assignees|priorities|numbers|times|estimates|descriptions|durations|responsibilities|check ?boxes|tags|labels)(?:\s+(?:to|for|on)\s+.+)?$/;
const WITH =
  /,?\s+(?:with|containing|including|holding|mit|avec|con)\s+(?:(?:the|these|two|three|four|\d+)\s+)*/i;
/** "With A and B in it". */
const IN_IT = /\s+(?:in(?:side)?|on|under)\s+(?:it|there)$/i;
const CONTENTS_NOUN =
  /^(?:(?:the\s+|an?\s+)?(?:cards?|items?|tasks?|steps?|children|notes?|stick(?:y|ies)|entries|teams?|ideas?|karten|cartes|tarjetas)\s*:?\s+)/i;
const SAYING =
  /\s+(?:that\s+)?(?:saying|says|reading|with\s+the\s+(?:text|words?)|which\s+says)\s*:?\s+(.+)$/is;
/** "…, both yellow". */
const LOOKS_AFTER = /^(.+),\s+(?:(?:both|all|each|in|colou?red|everything)\s+)+(\p{L}+)$/isu;
const LABELLED = /,?\s+(?:labell?ed|with\s+the\s+label)\s+(?<label>.+)$/is;
/** "Connected to the switch by wifi". */
const JOINED_BY =
  /(?<=\s(?:connected|linked|joined|attached)\s+(?:to|with)\s.{1,60})\s+(?:by|via|over|through|using)\s+(?<label>.+)$/is;
/** "That leads to Reset password". */
const LEADS_TO =
  /(?:,|\s+(?:that|which|and\s+it|die|der|das|qui|que)|,\s*(?:that|which))\s+(?:leads?|leading|goes|going|continues|führt|mène|lleva)\s+(?:back\s+|on\s+)*(?:to|zu|zur|zum|à|al?)\s+(.+)$/is;
/** "A cache the API reads from". */
const USED_BY =
  /\s+(?:(?:that|which)\s+)?((?:the\s+)?\S+(?:\s\S+)?)\s+(?:reads?|writes?|calls?|uses?|talks?|sends?|connects?|points?)(?:\s+(?:from|to|with|into))?$/i;
/** "As an option from Login": one more way on from there. */
const OPTION =
  /\s+as\s+(?:an?|another|one\s+more|a\s+second)\s+(?:option|alternative|branch|choice|exit|way\s+out|path|possibility)\s+(?:from|of|for|at|after|to|in|out\s+of)\s+/i;

/** "Express checkout between Cart and Payment that skips Address": one more way beside the one that is there. */
const SKIPS =
  /^(.{1,80}?)\s+(?:between|from)\s+(.{1,60}?)\s+(?:and|to)\s+(.{1,60}?),?\s+(?:(?:that|which)\s+(?:skips|bypasses|avoids|leaves out)|skipping|bypassing|avoiding)\s+.+$/is;

/** Reads what is to be added, and where: "two cards to Doing: Film, Cut"; null for what adds nothing. */
export function readAddition(text: string, clause: Clause): Command | null {
  if (text.trim() === '' || PRONOUN.test(text)) return null;
  if (SKIPS.test(text))
    return readAddition(text.replace(SKIPS, '$1 as an option from $2 that leads to $3'), clause);
  if (VAGUE.test(text)) return null;
  if (ATTRIBUTES.test(text) && clause.layout !== 'mindmap')
    return {
      kind: 'unsupported',
      reason: 'Name what is to be written, and where: “rename … to … (12 May)”.',
    };
  if (PICTURE.test(text)) return { kind: 'unsupported', reason: 'Pictures can’t be added.' };
  const [, before, word = ''] = LOOKS_AFTER.exec(text) ?? [];
  const color = colorOf(word);
  const said = color === null || before === undefined ? text : before;
  const addition =
    placedFirst(said, clause) ??
    listedAfterColon(said, clause) ??
    saying(said, clause) ??
    asColumn(single(said, clause), clause);
  return addition === null || color === null ? addition : { ...addition, color };
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

/** "Two people": what is counted before a list. */
const COUNTED =
  /^(?:(?:the|these|following|some|new|more|\d+|two|three|four|five|die|neuen?|weiteren?|zwei|drei|vier|fünf)\s)+[\p{L}-]+$/u;

/** "Three teachers". */
const COUNTED_FIRST = /^(?:\d+|two|three|four|five|zwei|drei|vier|fünf)\s/i;

/** The things of a list; a column behind the last one holds them all. */
function listedThings(head: Head, list: string, place: PlaceWords | null, clause: Clause): Addition | null {
  const behind = place === null ? readPlace(list, clause) : null;
  const column = behind?.place?.relation === 'in' ? behind.place.of : null;
  return behind !== null && column !== null && clause.isThere(column, { kind: 'FRAME', isOne: true })
    ? additionOf({ ...head, rest: behind.rest }, behind.place, clause)
    : additionOf({ ...head, rest: list }, place, clause);
}

/** Where the list begins in "two more columns, Blocked and Review"; null for other texts. */
function countedEnd(text: string): number | null {
  const at = text.indexOf(', ');
  const isCounted = at > 0 && COUNTED_FIRST.test(text) && COUNTED.test(text.slice(0, at));
  return isCounted && readHead(text.slice(0, at)).rest === '' ? at : null;
}

/** "Two cards to Doing: Film, Cut"; in "2021: first customer" the colon is part of the text. */
function listedAfterColon(text: string, clause: Clause): Addition | null {
  const at =
    countedEnd(text) ?? text.search(/:\s|,\s+(?:and\s+)?(?:if|when|on|yes|no|ja|nein|oui|non|s[ií])\s/i);
  if (at < 0) return null;
  const [before, after] = [text.slice(0, at), text.slice(at + 1).trim()];
  const { rest, place } = readPlace(before, clause);
  const head = readHead(rest);
  const decision = decided(before, after, clause);
  if (decision !== null) return decision;
  if (
    (head.rest === '' && (head.kind !== null || place !== null)) ||
    ((place !== null || COUNTED_FIRST.test(rest)) && COUNTED.test(rest))
  ) {
    return listedThings(head, after, place, clause);
  }
  // "Another threat: new chain bakery": the kind of thing is the name of a column.
  const of = place === null ? headingThere(rest, clause) : null;
  if (of !== null && !isDate(of)) return additionOf({ ...head, rest: after }, { relation: 'in', of }, clause);
  // "A column Review: A, B".
  if ((head.kind === 'frame' || clause.layout === 'mindmap') && head.rest !== '') {
    const frame = additionOf(head, place, clause);
    return frame === null ? null : { ...frame, contents: textsOf(after, false, clause) };
  }
  return null;
}

const QUESTION = new RegExp(`^([^?]+\\?|${ATOM})\\s+(.+)$`, 's');

/** "A decision after Edit: ok? yes → Publish, no → Draft": a question may stand before its answers. */
function decided(before: string, list: string, clause: Clause): Addition | null {
  const [, question, answers = list] = QUESTION.exec(list) ?? [];
  const ways = waysOf(answers, clause);
  if (ways.length === 0) return null;
  const decision = single(before, clause);
  if (decision === null || (question === undefined && decision.texts.length === 0)) return null;
  const texts = question === undefined ? decision.texts : [clause.names.show(question)];
  return { ...decision, texts, shape: 'diamond', ways };
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
  const leads = LEADS_TO.exec(text);
  const label = LABELLED.exec(text.slice(0, leads?.index)) ?? JOINED_BY.exec(text.slice(0, leads?.index));
  const said = text.slice(0, label?.index ?? leads?.index);
  const user = USED_BY.exec(said);
  const isUsed = user?.[1] !== undefined && clause.isThere(user[1], { kind: 'SHAPE', isOne: true });
  const bare = isUsed ? `${said.slice(0, user.index)} as an option from ${user[1]}` : said;
  const isOption = OPTION.test(bare);
  const { before, place, contents } = placedContents(bare.replace(OPTION, ' after '), clause);
  // "A step Check to HR after Interview" names a lane, too.
  const { rest, place: inner } =
    place?.relation === 'in' ? { rest: before, place: null } : readPlace(before, clause);
  const lane = inner?.relation === 'in' && clause.isThere(inner.of, { kind: 'FRAME' }) ? inner.of : null;
  const addition = additionOf(readHead(lane === null ? before : rest), place, clause, contents);
  if (addition === null) return null;
  const labelled = label?.groups?.label;
  return {
    ...addition,
    ...(lane === null || place === null ? {} : { lane }),
    ...(leads?.[1] === undefined ? {} : { leadsTo: leads[1] }),
    ...(isOption ? { shape: addition.shape ?? 'rect' } : {}),
    label: labelled === undefined ? (isOption || leads !== null ? '' : null) : clause.names.show(labelled),
  };
}

/** "A stage QA before Done", where Done is a column of a board. */
function asColumn(addition: Addition | null, clause: Clause): Addition | null {
  return addition !== null && isColumn(addition, clause) ? { ...addition, isFrame: true } : addition;
}

function isColumn({ shape, texts, place }: Addition, clause: Clause): boolean {
  const isBeside = place?.relation === 'before' || place?.relation === 'after';
  if (clause.layout !== 'kanban' || !isBeside || shape !== null || texts.length !== 1) return false;
  if (leadingDate(clause.names.show(place.of)) !== null) return false;
  return (
    clause.isThere(place.of, { kind: 'FRAME', isOne: true }) &&
    !clause.isThere(place.of, { kind: 'SHAPE', isOne: true })
  );
}

type Placed = { before: string; place: PlaceWords | null; contents: string[] };

/** The place stands before what a new frame holds, or behind it. */
function placedContents(said: string, clause: Clause): Placed {
  const text = WITH.test(said) ? said.replace(IN_IT, '') : said;
  const [head, inner] = contentsOf(text, clause);
  const inFront = inner.length === 0 ? null : readPlace(head, clause);
  if (inFront !== null && inFront.place !== null) {
    return { before: inFront.rest, place: inFront.place, contents: inner };
  }
  const { rest, place } = readPlace(text, clause);
  const [before, contents] = contentsOf(rest, clause);
  return { before, place, contents };
}

/** "Invoice(id, total)". */
const BRACKETS = /^([^()]+)\(([^()]+)\)$/;
const FIELDS_NOUN =
  /^(?:(?:den|the)\s+)?(?:fields?|attributes?|columns?|properties|feldern?|attributen?|spalten|champs|campos)\s*:?\s+/i;

/** A new column or branch apart from what it holds: "a column Review with cards A and B". */
function contentsOf(text: string, clause: Clause): [string, string[]] {
  const [, entity, fields] = readHead(text).isEntity ? (BRACKETS.exec(text) ?? []) : [];
  if (entity !== undefined && fields !== undefined) return [entity, textsOf(fields, false, clause)];
  const at = WITH.exec(text);
  if (at === null || at.index === 0) return [text, []];
  const before = text.slice(0, at.index);
  const after = text.slice(at.index + at[0].length);
  if (readHead(before).isEntity) return [before, textsOf(after.replace(FIELDS_NOUN, ''), false, clause)];
  const isBranch =
    /\b(?:branch|topic|team|category|department|division|squad|zweig|abteilung|branche|département|rama|departamento)\b/i.test(
      before,
    );
  const contents = textsOf(after.replace(CONTENTS_NOUN, ''), false, clause);
  const isList =
    isBranch || (clause.layout === 'mindmap' && contents.length > 1) || CONTENTS_NOUN.test(after);
  return isList || readHead(before).kind === 'frame' ? [before, contents] : [text, []];
}

function additionOf(
  { kind, isOne, looks, isEntity, rest }: Head,
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
    ...(isEntity ? { isEntity } : {}),
  };
}

/** New texts: one for a noun in the singular, else all of a list. */
function textsOf(rest: string, isOne: boolean, { names }: Clause): string[] {
  if (rest.trim() === '') return [];
  const list = rest.replace(/,?\s+(?:and\s+)?then\s+/gi, ', ');
  const parts = isOne && !list.includes(', ') ? namedEach(list) : splitList(list);
  return parts
    .map((part) => names.show(withoutArticle(part.replace(NAMING, '').replace(/^to\s+(?=\p{Ll})/u, ''))))
    .filter((part) => part !== '');
}

const ARTICLE = /^an?(?:other)?\s/i;
const NAMED = new RegExp(`^(?:${ATOM}|\\p{Lu}|\\S*\\d)`, 'u');

/** "A1 and a box A2": each with a noun, and all but the first with an article or a name. */
function namedEach(text: string): string[] {
  const parts = text.split(/\s+and\s+/i);
  const heads = parts.slice(1).map((part) => ({ part, head: readHead(part) }));
  const isEach = ({ part, head }: { part: string; head: Head }) =>
    head.kind !== null &&
    head.kind !== 'frame' &&
    head.rest !== '' &&
    (ARTICLE.test(part) || NAMED.test(head.rest));
  return heads.every(isEach) ? [parts[0] ?? '', ...heads.map(({ head }) => head.rest)] : [text];
}
