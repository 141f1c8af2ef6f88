import type { JobPreview } from './jobProgress.ts';

/** A duration in ms, for display: `0.8 s`, `12 s`, `3 min 5 s`, `2 h 10 min`. */
export function formatDuration(ms: number): string {
  if (ms < 9_950) return `${(Math.max(0, ms) / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? inTwoUnits(minutes, 'min', seconds % 60, 's')
    : inTwoUnits(Math.floor(minutes / 60), 'h', minutes % 60, 'min');
}

function inTwoUnits(large: number, unit: string, rest: number, restUnit: string): string {
  return rest === 0 ? `${large} ${unit}` : `${large} ${unit} ${rest} ${restUnit}`;
}

/** Whole seconds until a moment, never below 0. */
export function secondsUntil(moment: string, now: number): number {
  return Math.max(0, Math.ceil((Date.parse(moment) - now) / 1000));
}

const ageUnits: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];
const relativeTime = new Intl.RelativeTimeFormat('en', { numeric: 'auto', style: 'long' });

/** How long ago a moment was: `just now`, `5 minutes ago`, `yesterday`. */
export function formatAge(moment: string, now: number): string {
  const age = now - Date.parse(moment);
  for (const [unit, length] of ageUnits) {
    if (age >= length) return relativeTime.format(-Math.floor(age / length), unit);
  }
  return 'just now';
}

const dayFormat = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'long' });

/** The day of a moment: `December 25`. */
export function formatDay(moment: string): string {
  return dayFormat.format(new Date(moment));
}

/** A countdown in seconds, for display: `8 s`, `2:05`. */
export function formatCountdown(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

const ordinals = new Intl.PluralRules('en', { type: 'ordinal' });
const ordinalSuffixes: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' };

/** `1st in queue`, `22nd in queue`. */
export function formatQueuePosition(position: number): string {
  return `${position.toLocaleString('en')}${ordinalSuffixes[ordinals.select(position)] ?? 'th'} in queue`;
}

/** `1 object`, `2 objects`. */
export function formatObjectCount(count: number): string {
  return count === 1 ? '1 object' : `${count.toLocaleString('en')} objects`;
}

/** What a running job changes, for display: `2 added, 1 changed, 1 to be deleted`. */
export function formatPreview({ added, updated, deleted }: JobPreview): string {
  const counts = [
    [added.size, 'added'],
    [updated.size, 'changed'],
    [deleted.size, 'to be deleted'],
  ] as const;
  return counts.flatMap(([count, what]) => (count > 0 ? `${count} ${what}` : [])).join(', ');
}

/** The first line of a text that isn't blank, with an ellipsis when more follows. */
export function firstLine(text: string): string {
  const [first = '', ...more] = text.trim().split(/\s*\n\s*/);
  return more.length > 0 ? `${first} …` : first;
}
