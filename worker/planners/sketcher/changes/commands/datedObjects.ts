import { dated, leadingDate, timeOf } from '../../text/dates.ts';
import { label as labelOf } from '../../text/plain.ts';
import type { Box, Place } from '../canvas/editedCanvas.ts';
import { refuse } from '../canvas/refused.ts';
import { quoted } from '../canvas/wording.ts';
import type { Addition, Command } from '../grammar/command.ts';
import { shiftDate } from '../language/shiftDate.ts';
import { isDate } from '../language/times.ts';
import { addAll } from './addShape.ts';
import type { ResolvedPlace } from './resolvePlace.ts';
import type { Work } from './work.ts';

/** "Test" in August, on a canvas whose texts have dates: "August: Test". */
export function withDate(addition: Addition, work: Work): Addition {
  const { texts, place, isFrame } = addition;
  if (isFrame || !isTimeline(work)) return addition;
  const when = place?.relation === 'in' ? work.finder.show(place.of).replace(/^the\s+/i, '') : null;
  if (when !== null) {
    if (!isDate(when)) return addition;
    return { ...addition, texts: texts.map((text) => `${capital(when)}: ${text}`), place: null };
  }
  if (place !== null) return addition;
  return { ...addition, texts: texts.map(dateFirst) };
}

/** "Test in August" as the others are written: "August: Test". */
function dateFirst(text: string): string {
  const { when, what } = dated(text.replace(/(?<=\s(?:on|at|in|by)\s)the\s+(?=\d)/, '')) ?? {};
  if (when === undefined || what === undefined || what === '' || text.startsWith(when)) return text;
  return `${capital(when)}: ${what}`;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const isTimeline = ({ canvas }: Work): boolean =>
  canvas.boxes.filter((box) => box.kind === 'SHAPE' && timeOf(leadingDate(box.text)?.when ?? '') !== null)
    .length > 1;

/** The date that a text begins or ends with, as in "Deadline Thursday"; or null. */
function dateIn(text: string): string | null {
  const last = /\s(\S+)$/.exec(text)?.[1] ?? '';
  return dated(text)?.when ?? (isDate(last) ? last : null);
}

/** Gives an object another date, and its place among the other dates. */
export function redate({ what, when }: Extract<Command, { kind: 'redate' }>, work: Work): void {
  const box = work.finder.oneToChange(what);
  const old = dateIn(box.text);
  if (old === null)
    refuse(`${quoted(box)} has no date. Give it one: “rename ${box.text} to ${when}: ${box.text}”.`);
  setDate(box, old, capital(when), work);
}

/** Gives what has a date a later one; what has none, and stands below one, goes to the column of the later one. */
export function shift({ what, by }: Extract<Command, { kind: 'shift' }>, work: Work): void {
  const { canvas, finder } = work;
  const boxes = finder.each(what, (phrase) => finder.toChange(phrase));
  const isMoved = boxes.map((box): boolean => {
    const own = dateIn(box.text);
    const next = own === null ? null : shiftDate(own, by);
    if (own !== null && next !== null) setDate(box, own, next, work);
    const column = canvas.box(box.parent);
    if (next !== null || column === undefined || boxes.includes(column)) return next !== null;
    const later = shiftDate(column.text, by)?.toLowerCase();
    const target = canvas.within(column.parent).find(({ text }) => text.toLowerCase() === later);
    if (target !== undefined) canvas.place(box, { parent: target.id });
    return target !== undefined;
  });
  if (!isMoved.some(Boolean))
    refuse(`${quoted(boxes[0])} has no date that can be moved so. Name the new one: “move … to …”.`);
}

function setDate(box: Box, old: string, when: string, work: Work): void {
  const { canvas } = work;
  box.text = box.text.replace(old, () => when);
  if (box.kind === 'FRAME') return;
  const place = placeByDate(box.text, work, box);
  if (place?.anchor.parent === box.parent && canvas.linesAt(box.id).length === 0) {
    const { anchor: beside, side } = place;
    canvas.place(box, { parent: beside.parent, beside, side });
  }
}

/** A place beside an object with a date. */
export type DatePlace = Extract<ResolvedPlace, { kind: 'beside' }>;

/** Behind the last date that is not later, on a canvas with dates; null for a text without a date. */
export function placeByDate(text: string, { canvas }: Work, itself?: Box): DatePlace | null {
  const time = timeOf(dated(text)?.when ?? '');
  if (time === null) return null;
  const others = canvas.boxes
    .filter((box) => box.kind === 'SHAPE' && box !== itself)
    .flatMap((box) => {
      const at = timeOf(dated(box.text)?.when ?? '');
      return at === null ? [] : [{ box, at }];
    });
  const [first] = others;
  if (first === undefined) return null;
  const before = others.findLast(({ at }) => at <= time)?.box;
  return before === undefined
    ? { kind: 'beside', anchor: first.box, side: 'before' }
    : { kind: 'beside', anchor: before, side: 'after' };
}

/** Beside the columns that have dates, a place for a new one; null where there are none, or the text has no date. */
export function columnPlace(text: string, { canvas }: Work): Place | null {
  const time = timeOf(leadingDate(text)?.when ?? '');
  const columns = canvas.boxes.flatMap((box) => {
    const at = box.kind === 'FRAME' ? timeOf(leadingDate(box.text)?.when ?? '') : null;
    return at === null ? [] : [{ box, at }];
  });
  const [first] = columns;
  if (time === null || first === undefined || columns.length < 2) return null;
  const before = columns.findLast(({ at }) => at <= time)?.box;
  const beside = before ?? first.box;
  return { parent: beside.parent, beside, side: before === undefined ? 'before' : 'after' };
}

/** "1971 Lunar rover" among columns with dates: a card in the column of its date, which is new if there is none. */
export function addToDates(addition: Addition, work: Work): Box[] | null {
  const { canvas, finder } = work;
  const { place, texts } = addition;
  const isBeside =
    place !== null && place.of !== null && /^(?:before|after|beside)$/.test(place.relation)
      ? finder.isThere(place.of, { kind: 'FRAME' })
      : place === null;
  if (!isBeside) return null;
  const dates = texts.map(leadingDate);
  const places = dates.map((date) => (date === null ? null : columnPlace(date.when, work)));
  if (dates.some((date) => !date?.what) || places.includes(null)) return null;
  return dates.flatMap((date) => {
    if (date === null) return [];
    const title = labelOf(date.when);
    const known = canvas.boxes.find(({ kind, text }) => kind === 'FRAME' && text === title);
    const at = columnPlace(date.when, work) ?? { parent: null };
    const column = known ?? canvas.add({ kind: 'FRAME', text: title, shape: null, color: null }, at);
    return addAll({ ...addition, texts: [date.what] }, { parent: column.id }, work);
  });
}
