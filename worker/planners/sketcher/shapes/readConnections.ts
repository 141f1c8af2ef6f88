import { COLOR, colorsIn } from '../text/colors.ts';
import { hasWords } from '../text/plain.ts';
import { showQuotes } from '../text/quotes.ts';
import type { Drawing, Group } from './drawing.ts';
import * as phrases from './phrases.ts';
import { groupOf, takeGroup } from './readGroup.ts';
import { connect, lastOf, type PartReader, type Reading } from './reading.ts';
import { takeArranged } from './readPlaces.ts';
import { ADJECTIVE, CONNECT_THE, NOUN, NOUN_PHRASE, POINTS, thingOf } from './vocabulary.ts';

/** "connected", "connected to three boxes", "each connected to the next". */
export const readConnection: PartReader = (reading) => {
  const { scanner, drawing } = reading;
  if (scanner.take(phrases.EACH_WITH_EACH) !== null) {
    connect(reading, 'all');
    return true;
  }
  let how = scanner.take(phrases.CONNECTED)?.[0];
  if (how === undefined) return false;
  if (takeTo(reading)) {
    connect(reading, 'hub');
    return true;
  }
  const takeHow = () => scanner.take(phrases.CONNECTED_HOW)?.[0] ?? takeArranged(reading);
  for (let more = takeHow(); more !== null; more = takeHow()) how += more;
  drawing.isDashed ||= IS_DASHED.test(how);
  if (/^\s*(?:with|mit)/.test(how) && drawing.connection !== null) return true;
  drawing.label ??= takeLabel(reading);
  if (takeHub(reading)) return true;
  const isMutual = /each other|one another|miteinander|entre/.test(how) && drawing.arrangement === null;
  if (isMutual) connect(reading, 'all');
  else
    connect(
      reading,
      'chain',
      /arrow|pfeil|flèche|flecha|next|order|sequence|after|left|first/.test(how) || isList(reading),
    );
  return true;
};

const IS_DASHED = /dashed|dotted|gestrichel|gepunktet|pointill|discontinu/;

/** "labelled yes", behind words for a connector. */
function takeLabel({ scanner, quotes }: Reading): string | null {
  const match = scanner.take(phrases.LABEL);
  return match === null ? null : showQuotes(scanner.original(match, 1), quotes).trim();
}

/** "to", where another group follows. */
function takeTo({ scanner }: Reading): boolean {
  const taken = scanner.attempt(() => {
    const to = scanner.take('(?:to|with|mit|à|con)\\b');
    return scanner.see(NOUN_PHRASE) === null ? null : to;
  });
  return taken !== null;
}

/** "to CRM", at the end of a sentence: to what is there already, or to one more box. */
function takeHub(reading: Reading): boolean {
  const { scanner, quotes, drawing } = reading;
  const match = scanner.take('(?:to|with)\\s+(?:the\\s+)?([^,;.]{1,40})(?=[.;,]|$)');
  if (match === null) return false;
  const name = showQuotes(scanner.original(match, 1), quotes).trim();
  const texts = drawing.groups.flatMap((group) => group.texts);
  const known = texts.find((text) => text.toLowerCase() === name.toLowerCase());
  const isPronoun = /^(?:it|that|this)$/i.test(name) && drawing.groups.length > 1;
  if (known === undefined && !isPronoun)
    drawing.groups.unshift({ ...groupOf('a', '', 'box'), texts: [name] });
  if (known === undefined || known === texts[0]) connect(reading, 'hub');
  else
    drawing.edges.push(
      ...texts.filter((text) => text !== known).map((from) => ({ from, to: known, label: null })),
    );
  return true;
}

/** Things with texts in the order of a list are connected from first to last. */
const isList = ({ drawing: { groups } }: Reading): boolean =>
  groups.length > 1 && groups.every(({ texts }) => texts.length > 0);

/** "with an arrow to a circle": the next thing, joined to the one before it. */
export const readArrowToNext: PartReader = (reading) => {
  const before = lastOf(reading);
  const group = scannedNext(reading);
  if (before === undefined || group === null) return false;
  reading.drawing.groups.push(group);
  reading.drawing.fans.push({ from: [before], to: [group], label: null });
  reading.drawing.hasArrows = true;
  return true;
};

const scannedNext = (reading: Reading): Group | null =>
  reading.scanner.attempt(() =>
    reading.scanner.take(phrases.ARROW_TO_NEXT) === null ? null : takeGroup(reading),
  );

const TO = new RegExp(phrases.ARROW_TO);
const AND = /\s+(?:and|und|et|y)\s+/;
const COMMA = /\s*,\s*(?:(?:and|then)\s+)*/;
const AND_PAIR = /\s+and\s+(?=\S+(?:\s\S+)?\s+(?:to|with)\s)/;

/** Pieces with a pair each: "A to B and C to D" has two, "A and B to C" one. */
const pairsIn = (text: string): string[] =>
  text
    .trim()
    .split(COMMA)
    .flatMap((piece) => (piece.search(TO) < piece.search(AND_PAIR) ? piece.split(AND_PAIR) : [piece]));

/** "an arrow from A to B and C saying "x"", "connect A to B, B to C". */
export const readEdges: PartReader = (reading) => {
  const { scanner, drawing, quotes } = reading;
  const edges = scanner.attempt(() => {
    const [words] = scanner.take(phrases.ARROW_FROM) ?? [];
    if (words === undefined) return null;
    drawing.isDashed ||= IS_DASHED.test(words);
    const written = scanner.rest.split(/[;.]/, 1)[0] ?? '';
    scanner.at += written.length;
    const [pairs = '', label] = written.split(SAYING);
    const ways: string[][] = [];
    for (const pair of pairsIn(pairs))
      ways.push(...waysOf(pair, ways.at(-1)?.[0] ?? '').map((way) => way.map((end) => endOf(end, reading))));
    const areEnds = ways.every((way) => way.every(hasWords));
    return areEnds ? { ways, label: label === undefined ? null : showQuotes(label, quotes).trim() } : null;
  });
  for (const way of edges?.ways ?? [])
    for (const [at, to] of way.slice(1).entries()) join(drawing, way[at] ?? '', to, edges?.label ?? null);
  return edges !== null;
};

/** Joins two ends: texts, or words for things such as "the red square" and "both". */
function join(drawing: Drawing, from: string, to: string, label: string | null): void {
  const starts = groupsNamed(drawing, from);
  const goals = /^(?:both|all|the others?|each|everything)$/i.test(to)
    ? drawing.groups.filter((group) => !starts.includes(group) && !group.texts.includes(from))
    : groupsNamed(drawing, to);
  if (starts.length + goals.length === 0) drawing.edges.push({ from, to, label });
  else {
    const named = (text: string) => drawing.groups.filter(({ texts }) => texts.includes(text));
    drawing.fans.push({
      from: starts.length > 0 ? starts : named(from),
      to: goals.length > 0 ? goals : named(to),
      label,
    });
  }
}

const NOUN_ONLY = new RegExp(`^(?:the\\s+)?(?:${COLOR}\\s+)?(?:${NOUN})$`, 'i');

/** The things that a noun means, with its colour where it has one; none for other words. */
function groupsNamed({ groups }: Drawing, words: string): Group[] {
  if (!NOUN_ONLY.test(words) || groups.some(({ texts }) => texts.includes(words))) return [];
  const [noun = ''] = words.match(/\S+$/) ?? [];
  const [color] = colorsIn(words);
  return groups.filter(
    ({ thing, colors }) =>
      thing === thingOf(noun.toLowerCase()) && (color === undefined || colors.includes(color)),
  );
}

/** "A to B", "A and B to C", "A to B to C", "A and B"; what has no start begins at `from`. */
function waysOf(pair: string, from: string): string[][] {
  const [starts = '', goals, ...others] = pair.replace(/^(?:from|von|de)\s+/, '').split(TO);
  if (goals !== undefined && others.length > 0) return [[starts, goals, ...others]];
  const names = starts.split(AND);
  if (goals === undefined) return from === '' ? [names] : names.map((name) => [from, name]);
  return names.flatMap((start) => goals.split(AND).map((goal) => [start, goal]));
}

const SAYING = /,?\s+(?:saying|label?led|called|named|with (?:the )?(?:label|text))\s+/i;

/** "the circles point to the square" */
export const readFan: PartReader = ({ scanner, drawing }) => {
  const match = scanner.take(POINTS) ?? scanner.take(CONNECT_THE);
  const { from = '', verb = '', to = '' } = match?.groups ?? {};
  if (verb === '') return false;
  drawing.fans.push({ from: groupsNamed(drawing, from), to: groupsNamed(drawing, to), label: null });
  const how = verb + (scanner.take(phrases.CONNECTED_HOW)?.[0] ?? '');
  drawing.isDashed ||= IS_DASHED.test(how);
  drawing.hasArrows ||= /arrow/.test(how) || !/(?:connect|link|join)/.test(how);
  return true;
};

/** A text, or the last one that was named for "it". */
function endOf(written: string, reading: Reading): string {
  const [, article, noun, name] = NEW_END.exec(written.trim()) ?? [];
  const bare = name ?? written.trim();
  if (/^(?:it|there)$/i.test(bare)) return lastOf(reading)?.texts.at(-1) ?? '';
  const text = showQuotes(bare, reading.quotes).trim();
  const isNew = /^an?$/i.test(article ?? '') && noun !== undefined;
  if (isNew)
    reading.drawing.groups.push({ ...groupOf('a', noun, noun.split(' ').at(-1) ?? ''), texts: [text] });
  return text;
}

/** "a circle Truck", "the box Stock". */
const NEW_END = new RegExp(`^(?:(the|an?)\\s+)?((?:${ADJECTIVE}\\s+)*${NOUN})\\s+(\\S.*)$`, 'is');
