import { COLOR, colorOf, colorsIn } from '../text/colors.ts';
import { capitalise, hasWords } from '../text/plain.ts';
import { showQuotes } from '../text/quotes.ts';
import { splitList, splitOutside } from '../text/split.ts';
import { type Group, sizeOf } from './drawing.ts';
import { ABOUT_MEMBER, PLACE } from './members.ts';
import * as phrases from './phrases.ts';
import { COLORS, groupOf } from './readGroup.ts';
import { lastOf, type PartReader, type Reading } from './reading.ts';
import { BESIDE, RELATIONS, takeBesideKnown } from './relations.ts';
import { UNMET } from './unmet.ts';
import { NOUN_PHRASE, POINTS } from './vocabulary.ts';

/** Longest text of one thing, in UTF-16 units: what is longer is no label but prose. */
const MAX_TEXT = 200;
const QUOTED = /\uE000\d+\uE001/g;

/** The group that the next texts belong to: of a frame with contents, these have them. */
function ownerOf(reading: Reading): Group | undefined {
  const last = lastOf(reading);
  const owner = last?.contents.at(-1) ?? last;
  return owner === undefined || owner.texts.length > 0 ? undefined : owner;
}

/** "numbered 1 to 6", "labelled A to F". */
export const readNumbers: PartReader = (reading) => {
  const group = ownerOf(reading);
  return group !== undefined && takeNumbers(reading, group);
};

/** "called …", or a list behind a colon. */
export const readNamed: PartReader = (reading) => {
  const group = ownerOf(reading);
  return group !== undefined && reading.scanner.take(phrases.NAMED) !== null && takeTexts(reading, group);
};

/** "with Start", or texts right behind the noun: quoted, or beginning with a capital or a digit. */
export const readUnnamed: PartReader = (reading) => {
  const group = ownerOf(reading);
  if (group === undefined || !(takeWith(reading) || seesText(reading))) return false;
  return takeTexts(reading, group);
};

/** "…, D, E, F in a second row": texts of a line of its own. */
export const readLine: PartReader = (reading) => {
  const { drawing, scanner } = reading;
  const last = lastOf(reading);
  if (last === undefined || drawing.arrangement !== 'row' || !seesText(reading)) return false;
  const line: Group = { ...last, count: null, isPlural: true, texts: [], own: new Map() };
  const isLine = scanner.attempt(() => {
    const isTaken = takeTexts(reading, line) && scanner.see(ROW) !== null;
    return isTaken ? line : null;
  });
  if (isLine !== null) drawing.groups.push(line);
  return isLine !== null;
};

/** The texts of a group that has just been read, if it has any. */
export function readTextsOf(reading: Reading, group: Group): void {
  if (takeNumbers(reading, group)) return;
  reading.scanner.attempt(() => {
    const hasTexts = reading.scanner.take(phrases.NAMED) !== null || seesText(reading);
    return hasTexts && takeTexts(reading, group) ? group : null;
  });
}

function takeNumbers({ scanner }: Reading, group: Group): boolean {
  const range = scanner.take(phrases.NUMBERED);
  if (range !== null) {
    const prefix = range.groups?.prefix === undefined ? '' : capitalise(range.groups.prefix);
    group.texts = rangeOf(range[2] ?? '', range[3] ?? '').map((text) => prefix + text);
  } else if (scanner.take(phrases.NUMBERED_ALL) !== null) group.texts = rangeOf('1', `${sizeOf(group)}`);
  else return false;
  return true;
}

/** "1" to "6", "A" to "F". */
function rangeOf(from: string, to: string): string[] {
  const isNumber = /^\d+$/.test(from) && /^\d+$/.test(to);
  const placeOf = (end: string) => (isNumber ? Number(end) : (end.codePointAt(0) ?? 0));
  const count = Math.min(MAX_TEXT, Math.max(0, placeOf(to) - placeOf(from) + 1));
  return Array.from({ length: count }, (_, at) =>
    isNumber ? `${placeOf(from) + at}` : String.fromCodePoint(placeOf(from) + at).toUpperCase(),
  );
}

/** Whether a text follows: it is quoted, or begins with a capital or a digit. */
export function seesText({ scanner: { text, at } }: Reading): boolean {
  return /^\s*(?:[\p{Lu}\p{N}]|\uE000)/u.test(text.slice(at, at + 8));
}

/** "with", where what follows is no group. */
function takeWith({ scanner }: Reading): boolean {
  const taken = scanner.attempt(() => {
    const word = scanner.take(phrases.HOLDING);
    return scanner.see(NOUN_PHRASE) === null ? word : null;
  });
  return taken !== null;
}

/** Takes the texts of a group; false if there are none. */
export function takeTexts(reading: Reading, group: Group): boolean {
  const { heading, written } = withoutHeading(takeUntilOther(reading, group));
  const texts = textsOf(written, group).map((text) => showQuotes(text, reading.quotes).trim());
  const range = texts.length === 1 && !isSingle(group) ? RANGE.exec(texts[0] ?? '') : null;
  if (texts.length === 0 || texts.some((text) => text.length > MAX_TEXT)) return false;
  const areColors = texts.length > 1 && texts.every((text) => colorOf(text) !== null);
  if (areColors) group.colors = texts.flatMap(colorsIn);
  if (range !== null) group.texts = rangeOf(range[2] ?? '', range[3] ?? '').map((text) => range[1] + text);
  else if (!areColors || group.count === null) setTexts(group, texts);
  if (heading !== '') addHeading(reading, showQuotes(heading, reading.quotes));
  return true;
}

/** "PC 1 to PC 4" */
const RANGE = /^(\D{0,20})(\d{1,3})\s*(?:-|–|to|bis|à|al?)\s*\1?(\d{1,3})$/i;
const IN_COLOR = new RegExp(`\\s+(?:in\\s+(${COLOR})|\\((${COLOR})\\))$`, 'i');

/** "Room 1 (bed 1, bed 2)" */
const HELD = /^([^()]*[^()\s])\s*\(([^()]*,[^()]*)\)$/s;

/** Texts of a group, with the colours that stand behind them: "Ward in green, Lab (blue)". */
function setTexts(group: Group, texts: readonly string[]): void {
  group.texts = texts.map((text) => text.replace(IN_COLOR, '').replace(HELD, '$1'));
  for (const [at, text] of texts.entries()) {
    const [, , held] = HELD.exec(text) ?? [];
    const contents = { ...groupOf(undefined, '', 'boxes'), texts: splitList(held ?? '') };
    if (held !== undefined) group.own.set(at, { contents });
    const [, behind, inBrackets] = IN_COLOR.exec(text) ?? [];
    const color = colorOf(behind ?? inBrackets ?? '');
    if (color !== null) group.own.set(at, { ...group.own.get(at), color });
  }
}

/** "my goals: run, read": what stands before the colon heads the list. */
function withoutHeading(text: string): { heading: string; written: string } {
  const [whole, heading] = /^([^:：,;]{2,60})[:：]\s+(?=.*[,;\n])/s.exec(text) ?? [];
  if (whole === undefined || heading === undefined) return { heading: '', written: text };
  return { heading, written: text.slice(whole.length) };
}

function addHeading({ drawing: { groups } }: Reading, text: string): void {
  groups.splice(-1, 0, { ...groupOf('a', '', 'text'), texts: [text] });
}

const BREAK = /\s*[,;.](?=\s|$)\s*(?:(?:and|und|et|y)\s+)?|\s+(?:(?:and|und|et|y)\s+)?|$/g;

/** The text up to where the next group, or words about the whole drawing, begin. */
function takeUntilOther(reading: Reading, group: Group): string {
  const { scanner } = reading;
  const start = scanner.at;
  BREAK.lastIndex = start + 1;
  for (let match = BREAK.exec(scanner.text); match !== null; match = BREAK.exec(scanner.text)) {
    scanner.at = match.index + match[0].length;
    const isOver = scanner.rest.trim() === '' || beginsOther(reading, group, match[0]);
    if (isOver) scanner.at = match.index;
    if (isOver) return scanner.text.slice(start, match.index).trim();
  }
  return '';
}

const ROW = phrases.ARRANGED.find(({ as }) => as === 'row')?.source ?? '';
/** "…, and one named D" */
const ANOTHER = `(?:an?other )?one\\s+${phrases.NAMED}`;

/** Where a thing of its own, or words about the whole drawing, begin. */
const OTHERS = [
  ...phrases.ARRANGED.map(({ source }) => source),
  ...UNMET.map(({ source }) => source),
  ...[phrases.CONNECTED, phrases.EACH_WITH_EACH, phrases.ARROW_FROM, POINTS, ANOTHER],
  ...[ABOUT_MEMBER, phrases.ARROW_TO_NEXT],
  ...BESIDE.map(({ source }) => source),
  ...[phrases.INSIDE, phrases.IN_THE_MIDDLE],
];

function beginsOther(reading: Reading, group: Group, gap: string): boolean {
  const { scanner } = reading;
  const isQuoted = scanner.text[scanner.at - gap.length - 1] === '\uE001';
  if (OTHERS.some((source) => scanner.see(source) !== null)) return true;
  if (isQuoted && gap.includes('.')) return true;
  if (group.own.size > 0 && scanner.see(PLACE) !== null) return true;
  if (
    /[.;]/.test(gap) &&
    /^[^,;.]{1,60}\s(?:to|on|at|in) the (?:left|right|middle|cent|top|bottom)/i.test(
      scanner.rest.slice(0, 90),
    )
  )
    return true;
  const holding = `${phrases.HOLDING}${group.thing === 'frame' ? '' : `\\s+${NOUN_PHRASE}`}`;
  if (isQuoted && scanner.see(holding) !== null) return true;
  if (RELATIONS.some(({ source }) => takesCounted(reading, source))) return true;
  if (takeBesideKnown(reading) !== null) return true;
  scanner.take('with');
  return beginsGroup(reading, group, gap, isQuoted);
}

/** Where a quoted text alone is in a colour, rather than all of the texts. */
const COLORED = /\sin\s\p{L}+\s*,[^,]*$/u;
const LAST_COLORS = `${COLORS}(?=\\s*(?:[.;]|$))`;

function beginsGroup({ scanner }: Reading, group: Group, gap: string, isQuoted: boolean): boolean {
  const next = scanner.see(NOUN_PHRASE);
  if (next === null) {
    if (!isQuoted || scanner.see(isSingle(group) ? COLORS : LAST_COLORS) === null) return false;
    return (
      isSingle(group) || !COLORED.test(scanner.text.slice(Math.max(0, scanner.at - MAX_TEXT), scanner.at))
    );
  }
  const [whole, count, adjectives] = next;
  const isMarked = /[,;.]/.test(gap) || isQuoted;
  const hasMore = /^\s+\S/.test(scanner.text.slice(scanner.at + whole.length, scanner.at + whole.length + 9));
  const isNamed = scanner.text.startsWith(' \uE000', scanner.at + whole.length);
  return count !== undefined || (isMarked && (isNamed || adjectives !== '' || (isSingle(group) && hasMore)));
}

function takesCounted({ scanner }: Reading, source: string): boolean {
  const start = scanner.at;
  const next = scanner.take(source) === null ? null : scanner.see(NOUN_PHRASE);
  scanner.at = start;
  return next !== null && (next[1] !== undefined || /(?:es|s)$/.test(next[3] ?? ''));
}

const isSingle = ({ count, isPlural }: Group): boolean => count === 1 || (count === null && !isPlural);

/** Texts of a group: quoted ones apart, one for a single thing, else a list. */
function textsOf(written: string, group: Group): string[] {
  const quoted = written.match(QUOTED) ?? [];
  const between = written.replace(QUOTED, '').replace(/\b(?:and|und|et|y|or)\b/gi, '');
  if (quoted.length > 0 && !hasWords(between)) return quoted;
  if (isSingle(group)) return hasWords(written) ? [written] : [];
  if (/\)\s*(?:,|and|und|et|y)\s/.test(written))
    return splitOutside(written, /\s*[,;]\s*(?:and\s+)?|\s+(?:and|und|et|y)\s+/);
  const words = written.split(/\s+/);
  const items = splitList(written).map((item) => item.replace(/^\s*(?:[-*•]|\d{1,2}[.)])\s+/, ''));
  const areWords =
    group.count === null
      ? words.length > 2 && words.every((word) => /^\p{Lu}/u.test(word))
      : words.length === group.count;
  return items.length < 2 && areWords ? words : items;
}
