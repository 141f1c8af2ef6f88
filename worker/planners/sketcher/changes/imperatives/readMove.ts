import { type Clause, completeParts, phrasesOf } from '../grammar/clause.ts';
import { type Command, one } from '../grammar/command.ts';
import { EDGE_IN, readPlace } from '../grammar/readPlace.ts';
import { splitsAtRoles } from '../language/roles.ts';
import { isDate } from '../language/times.ts';
import { FRAME_NOUN } from '../language/words.ts';
import { readShift } from './readShift.ts';

const STEPWISE =
  /^(.+?)\s+(?:one\s+(?:position|place|step|column)\s+)?(?:to\s+the\s+)?(up|down|left|right|forward|back|earlier|later)(?:\s+by\s+one|\s+one)?$/is;

const NEW_DATE =
  /^(.+?)\s(?:from\s+\S+\s+)?(?:back\s+|on\s+)?(?:to|until|till|for|in(?:to)?|auf|à|en|a)\s+(.+)$/is;

/** "Launch to October", on a canvas with dates; null where a column has that name. */
export function redated(what: string, when: string, { isThere, names }: Clause): Command[] | null {
  const isNew = isDate(names.show(when)) && !isThere(when, { kind: 'FRAME' });
  return isNew && isThere(what) ? one({ kind: 'redate', what, when: names.show(when) }) : null;
}

const NEW_FRAME = new RegExp(
  `^(.+?)\\s+(?:in(?:to)?|to|under|nach|dans|en|a)\\s+(?:an?|another|eine[rn]?|einen|une?|una?)\\s+(?:(?:new|separate|own|neue[rns]?|nouvelle|nueva)\\s+)?(?:${FRAME_NOUN})\\s+(.+)$`,
  'isu',
);

const LISTED = /^(?:in(?:to)?|to|under|nach|dans|en|a)\s+(.+?):\s+(.+)$/is;

/** "To Done: FAQ, Press kit". */
function listed(text: string, clause: Clause): Command[] | null {
  const [, of, list] = LISTED.exec(text) ?? [];
  if (of === undefined || list === undefined || !clause.isThere(of)) return null;
  return one({ kind: 'move', what: phrasesOf(list, clause), place: { relation: 'in', of } });
}

/** "The two last cards to a new column Later". */
function toNewFrame(text: string, clause: Clause): Command[] | null {
  const [, what, name] = NEW_FRAME.exec(text) ?? [];
  if (what === undefined || name === undefined) return null;
  const bare = name.replace(/^(?:called|named|titled|namens|appelée?|llamad[oa])\s+/i, '');
  return one({ kind: 'group', what: phrasesOf(what, clause), name: clause.names.show(bare), isColumn: true });
}

export function readMove(text: string, clause: Clause, word: string): Command[] | null {
  const whole =
    readShift(text, clause, /^(?:bring|pull)/.test(word)) ?? listed(text, clause) ?? toNewFrame(text, clause);
  if (whole !== null) return whole;
  const [, redatable, when] = NEW_DATE.exec(text) ?? [];
  const dated = redatable === undefined || when === undefined ? null : redated(redatable, when, clause);
  if (dated !== null) return dated;
  const rest = withEdge(text, clause).replace(EDGE_IN, ' at the $1 ');
  const isMove = (part: string) => readPlace(part, clause).place !== null;
  const commands = completeParts(rest, isMove).map((part): Command | null => {
    const { rest: what, place } = placeOfMove(part, clause);
    if (place === null || what === '') return null;
    const bare = what
      .replace(/\s+(?:back|over)$/i, '')
      .replace(/\s+(?:from|out of)\s+\S.*$/i, (from) => (clause.isThere(what) ? from : ''));
    return { kind: 'move', what: phrasesOf(bare, clause), place };
  });
  const read = commands.filter((command) => command !== null);
  if (read.length === commands.length) return read;
  if (STEPWISE.test(rest))
    return one({ kind: 'unsupported', reason: 'Name the place: “move … before …”, “move … to the end”.' });
  return null;
}

/** "To Done first" is at the start of Done, "move Draft last" at the end of all. */
function withEdge(text: string, clause: Clause): string {
  const [, before, edge] = /^(.+)\s+(first|last)$/is.exec(text) ?? [];
  if (before === undefined || edge === undefined) return text;
  const { rest, place } = readPlace(before, clause);
  return place?.relation === 'in' ? `${rest} at the ${edge} of ${place.of}` : `${before} to the ${edge}`;
}

/** A place that is not there is a place, too: so that it can be named in the reason. */
function placeOfMove(part: string, clause: Clause): ReturnType<typeof readPlace> {
  const placed = readPlace(part, clause);
  const [last] = splitsAtRoles(part, clause.language);
  if (placed.place !== null || last === undefined || !clause.isThere(last.left)) return placed;
  return { rest: last.left, place: { relation: last.relation, of: last.right } };
}

const PAIR = /\s+(?:and|with|for|und|mit|gegen|et|avec|contre|y|con|por)\s+/gi;

const OF_TWO =
  /^(?:the\s+)?(?:positions?|places?|order|columns?|cards?|steps?|boxes|spalten|colonnes|columnas|reihenfolge|orden|ordre)\s+(?:(?:of|in|von|der|des|de)\s+)?/i;

export function readSwap(rest: string, clause: Clause): Command[] | null {
  const bare = rest.replace(OF_TWO, '').replace(/\s+(?:around|round|over|places|positions)$/i, '');
  const pairs = [...bare.matchAll(PAIR)]
    .slice(0, 6)
    .map(({ index, 0: joint }) => [bare.slice(0, index), bare.slice(index + joint.length)]);
  const what = pairs.find((pair) => pair.every((phrase) => clause.isThere(phrase))) ?? pairs[0] ?? [bare];
  return what.length === 1 && !clause.isThere(bare) ? null : one({ kind: 'swap', what });
}
