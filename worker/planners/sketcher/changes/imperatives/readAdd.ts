import { namesLines } from '../canvas/lineWords.ts';
import { type Clause, phrasesOf } from '../grammar/clause.ts';
import { type Command, one } from '../grammar/command.ts';
import { readAddition } from '../grammar/readAddition.ts';
import { EDGE_IN, readPlace } from '../grammar/readPlace.ts';
import { FRAME_NOUN } from '../language/words.ts';
import { readDuplicate } from './readCombine.ts';
import { readAddedFields } from './readField.ts';
import { readJoined } from './readJoined.ts';
import { readConnect } from './readLines.ts';
import { readMessage } from './readMessage.ts';
import { readMove } from './readMove.ts';

export function readAdd(typed: string, clause: Clause, word: string): Command[] | null {
  const rest = withoutParticle(typed, word);
  const given = readGiven(rest, clause);
  if (given !== null) return given;
  const message = readMessage(rest, clause);
  if (message !== null) return message;
  const fields = readAddedFields(rest, clause);
  if (fields !== null) return fields;
  if (namesLines(rest)) return readConnect(rest, clause);
  const label = /^(?:the\s+|a\s+)?(?:label|text)\s+(.+?)\s+(?:to|on|onto|for)\s+(.+)$/is.exec(rest);
  if (label?.[1] !== undefined && label[2] !== undefined && namesLines(label[2])) {
    return one({ kind: 'labelLines', which: label[2], text: clause.names.show(label[1]) });
  }
  const framed =
    /^(?:a\s+|an\s+)?(?:frame|box|section|group)\s+(?:around|um)\s+(.+?)(?:\s+(?:called|named|titled)\s+(.+))?$/is.exec(
      rest,
    );
  if (framed?.[1] !== undefined) {
    return one({
      kind: 'group',
      what: phrasesOf(framed[1], clause),
      name: clause.names.show(framed[2] ?? 'Group'),
    });
  }
  const copy = /^(?:an?\s+)?(?:copy|duplicate)\s+of\s+(.+)$/is.exec(rest)?.[1];
  if (copy !== undefined) return readDuplicate(copy, clause);
  if (PUTS.test(word) && isAlready(rest, clause)) return readMove(rest, clause, word);
  return readJoined(rest, clause, (what) => addEach(what, clause)) ?? addEach(rest, clause);
}

/** "Füge zwei Karten hinzu: Logo und Farben": the second part of the verb says nothing more. */
const withoutParticle = (rest: string, word: string): string =>
  /^(?:füge?|setze?)$/.test(word)
    ? rest.replace(/^(?:bitte|noch|auch)\s+/i, '').replace(/\s+(?:hinzu|ein)(?=\s*:|\s+und\s)/i, '')
    : rest;

const GIVEN = new RegExp(
  `^(?:der|dem)\\s+(?:(?:${FRAME_NOUN})\\s+)?(\\S+(?:\\s\\S+)?)\\s+((?:die|den|das|eine?n?|zwei|drei|noch)\\s.+)$`,
  'isu',
);

/** "Der Spalte Doing die Karten A und B": German gives to a column. */
function readGiven(rest: string, clause: Clause): Command[] | null {
  const [, of, what] = GIVEN.exec(rest) ?? [];
  if (of === undefined || what === undefined || !clause.isThere(of, { kind: 'FRAME', isOne: true }))
    return null;
  const addition = readAddition(what, clause);
  return addition?.kind === 'add' ? one({ ...addition, place: { relation: 'in', of } }) : null;
}

/** "As a new branch", with all that follows. */
export const PLACED_AS =
  /^(.{1,80}?)\s+as\s+an?(?:other)?\s+(?:(?:new|separate|own|extra|additional)\s+)*(branch|column|topic|section|list|subject|category|team|department)\b/i;

/** "Museums to Food and wine as a new branch": additions that each have a place. */
function addEach(rest: string, clause: Clause): Command[] | null {
  const joint = [...rest.matchAll(/,?\s+(?:and|und|et|y)\s+/gi)]
    .slice(0, 8)
    .find(
      ({ index, 0: and }) =>
        isPlaced(rest.slice(0, index), clause) && isPlaced(rest.slice(index + and.length), clause),
    );
  if (joint === undefined) return addOne(rest, clause);
  const next = rest.slice(joint.index + joint[0].length);
  const [first, others] = [addOne(rest.slice(0, joint.index), clause), addEach(next, clause)];
  return first === null || others === null ? null : [...first, ...others];
}

function isPlaced(part: string, clause: Clause): boolean {
  const { rest, place } = readPlace(part, clause);
  if (/:\s|^(?:if|when|yes|no|on|ja|nein|oui|non|s[ií])\s/i.test(part)) return false;
  if (PLACED_AS.test(part)) return true;
  return (
    rest !== '' && place?.of != null && (PRONOUN.test(place.of) || clause.isThere(place.of, { isOne: true }))
  );
}

/** "Carrier as a participant". */
const AS_PARTICIPANT = /^(.{1,60}?)\s+as\s+an?(?:other)?\s+(?:new\s+)?(?:participant|actor|lifeline)$/i;

const asNoun = (_: string, name: string, noun: string) =>
  `a ${/^(?:column|section|list)$/i.test(noun) ? noun : 'branch'} ${name}`;

function addOne(rest: string, clause: Clause): Command[] | null {
  const addition = readAddition(
    rest.replace(PLACED_AS, asNoun).replace(AS_PARTICIPANT, 'a participant $1'),
    clause,
  );
  if (addition?.kind !== 'add' || addition.place?.relation !== 'in') return addition && one(addition);
  // "To planets, enemies and ships": to each of them.
  const places = phrasesOf(addition.place.of, clause);
  const areThere = places.every((of) => clause.isThere(of));
  return (areThere ? places : [addition.place.of]).map((of) => ({
    ...addition,
    place: { relation: 'in', of },
  }));
}

/** Verbs that move what is there, and add what is not. */
export const PUTS = /^(?:put|place|stick|pon|mets|mettez|setze?|mache?)$/;

/** "Put Draft into Done" moves, where Draft is there. */
function isAlready(rest: string, clause: Clause): boolean {
  const placed = readPlace(
    rest.replace(/\s+(first|last)$/i, ' as the $1').replace(EDGE_IN, ' at the $1 '),
    clause,
  );
  return (
    PRONOUN.test(placed.rest) ||
    (placed.place !== null && phrasesOf(placed.rest, clause).every((phrase) => clause.isThere(phrase)))
  );
}

const PRONOUN = /^(?:it|this|that|them|these|those|everything|all\b.*)$/i;
