import { capitalise } from './plain.ts';

/** Names of the months: the English one first, then others, in the languages that dates are read in. */
const months = [
  'january jan januar janvier enero ene janeiro gennaio',
  'february feb februar février fév febrero fevereiro febbraio',
  'march mar märz mär mars marzo março',
  'april apr avril avr abril abr aprile',
  'may mai mayo maio maggio',
  'june jun juni juin junio junho giugno',
  'july jul juli juillet juil julio julho luglio',
  'august aug août agosto',
  'september sep sept septembre septiembre setembro settembre',
  'october oct oktober okt octobre octubre outubro ottobre',
  'november nov novembre noviembre novembro',
  'december dec dezember dez décembre déc diciembre dic dezembro dicembre',
].map((names) => names.split(' '));

const days = [
  'monday mon montag lundi lunes segunda segunda-feira lunedì понедельник',
  'tuesday tue tues dienstag mardi martes terça terça-feira martedì вторник',
  'wednesday wed mittwoch mercredi miércoles quarta quarta-feira mercoledì среда',
  'thursday thu thur thurs donnerstag jeudi jueves quinta quinta-feira giovedì четверг',
  'friday fri freitag vendredi viernes sexta sexta-feira venerdì пятница',
  'saturday sat samstag sonnabend samedi sábado sabato суббота',
  'sunday sun sonntag dimanche domingo domenica воскресенье',
].map((names) => names.split(' '));

const english = (lists: readonly (readonly string[])[]): string[] =>
  lists.map(([name = '']) => capitalise(name));

export const monthNames: readonly string[] = english(months);
export const dayNames: readonly string[] = english(days);

/** Source of a pattern for any of the names, the longest first. */
const anyOf = (lists: readonly (readonly string[])[]): string =>
  `(?:${lists
    .flat()
    .toSorted((a, b) => b.length - a.length)
    .join('|')})`;

/** Source of a pattern for the name of a month. */
export const MONTH = `${anyOf(months)}\\.?`;
/** Sources of patterns for the names of each day of the week, from Monday. */
export const dayPatterns: readonly string[] = days.map((names) => anyOf([names]));
/** Source of a pattern for the name of a day of the week. */
export const DAY = anyOf(days);

const word = (source: string, flags = '') => new RegExp(`(?<!\\p{L})${source}(?!\\p{L})`, `iu${flags}`);
const monthWord = word(anyOf(months));
const dayWord = word(DAY);

/** Number of the first month that a text names, from 1; 0: it names none. */
export function monthIn(text: string): number {
  return placeOf(monthWord.exec(text)?.[0], months);
}

/** Number of the first day of the week that a text names, from 1 for Monday; 0: it names none. */
export function dayIn(text: string): number {
  return placeOf(dayWord.exec(text)?.[0], days);
}

function placeOf(name: string | undefined, lists: readonly (readonly string[])[]): number {
  return lists.findIndex((names) => names.includes(name?.toLowerCase() ?? '')) + 1;
}
