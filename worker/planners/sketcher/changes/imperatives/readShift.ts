import { numberOf } from '../../text/words.ts';
import { type Clause, phrasesOf } from '../grammar/clause.ts';
import type { Command } from '../grammar/command.ts';
import type { Span } from '../language/shiftDate.ts';

const UNITS: Record<Span['unit'], string> = {
  minute: 'minutes?|minuten?|minutos?',
  hour: 'hours?|stunden?|heures?|horas?',
  day: 'days?|tage?n?|jours?|días?',
  week: 'weeks?|wochen?|semaines?|semanas?',
  month: 'months?|monate?n?|mois|mes(?:es)?',
  quarter: 'quarters?|quartale?|trimestres?',
  year: 'years?|jahre?n?|ans?|années?|años?',
};
const SPAN = new RegExp(
  `^(.+?)\\s+(?:(back|forward|out|up)\\s+)?(?:(?:by|um|de)\\s+)?(\\S+)\\s+(?:full\\s+)?(?:${Object.entries(
    UNITS,
  )
    .map(([unit, words]) => `(?<${unit}>${words})`)
    .join(
      '|',
    )})(?:\\s+(later|back|ahead|forward|earlier|sooner|später|nach\\s+hinten|früher|plus\\s+(?:tard|tôt)|más\\s+tarde|antes))?$`,
  'iu',
);
const EARLIER = /earlier|sooner|früher|tôt|antes/i;
const ONE = /^(?:an?|one|eine?n?|une?|una?)$/i;
const ALL_DATES =
  /^(?:all|alle|tout|todo|(?:all\s+)?(?:the\s+)?dates|the\s+(?:whole\s+)?(?:plan|schedule|timeline|week|trip|project))$/i;

/** "Everything by one day", "Launch two weeks later", where that has a date or stands below one. */
export function readShift(text: string, clause: Clause, isEarlier = false): Command[] | null {
  const found = SPAN.exec(text);
  if (found === null) return null;
  const [, words = '', , count = '', ...rest] = found;
  const amount = ONE.test(count) ? 1 : numberOf(count);
  const unit = Object.entries(found.groups ?? {}).find(([, word]) => word !== undefined)?.[0] as Span['unit'];
  const isAll = ALL_DATES.test(words) || (/^all\s+\S+s$/i.test(words) && !clause.isThere(words));
  const what = isAll ? ['everything'] : phrasesOf(words, clause);
  if (amount === null || !what.every((phrase) => clause.isThere(phrase))) return null;
  const sign = isEarlier || EARLIER.test(rest.at(-1) ?? '') ? -1 : 1;
  return [{ kind: 'shift', what, by: { amount: sign * amount, unit } }];
}
