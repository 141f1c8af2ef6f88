import { dated, leadingDate, timeOf } from '../../text/dates.ts';
import type { Box } from '../canvas/editedCanvas.ts';
import { refuse } from '../canvas/refused.ts';
import { quoted } from '../canvas/wording.ts';
import type { Addition, Command } from '../grammar/command.ts';
import { shiftDate } from '../language/shiftDate.ts';
import { isDate } from '../language/times.ts';
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
