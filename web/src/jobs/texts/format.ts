import { formatAgo, formatDecimals } from '../../language/formats.ts';
import { currentLocale, t } from '../../language/language.ts';
import type { JobPreview } from '../state/jobProgress.ts';

/** A duration in ms, for display: `0.8 s`, `12 s`, `3 min 5 s`, `2 h 10 min`. */
export function formatDuration(ms: number): string {
  if (ms < 9_950) return `${formatDecimals(Math.max(0, ms) / 1000, 1)} s`;
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
/** How long ago a moment was: `just now`, `5 minutes ago`, `yesterday`. */
export function formatAge(moment: string, now: number): string {
  const age = now - Date.parse(moment);
  for (const [unit, length] of ageUnits) {
    if (age >= length) return formatAgo(Math.floor(age / length), unit);
  }
  return t('time.justNow');
}

/** The day of a moment: `25 December`. */
export function formatDay(moment: string): string {
  return new Date(moment).toLocaleDateString(currentLocale(), { day: 'numeric', month: 'long' });
}

/** A countdown in seconds, for display: `8 s`, `2:05`. */
export function formatCountdown(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** `1st in queue`, `22nd in queue`. */
export function formatQueuePosition(position: number): string {
  return t('jobs.queuePosition', { count: position, ordinal: true });
}

/** An estimated cost in US dollars, for display: `about US$ 0.0123`. */
export function formatCost(usd: number): string {
  return t('job.cost', { cost: formatDecimals(usd, 4) });
}

/** `1 object`, `2 objects`. */
export function formatObjectCount(count: number): string {
  return t('jobs.objects', { count });
}

/** What a running job changes, for display: `2 added, 1 changed, 1 to be deleted`. */
export function formatPreview({ added, updated, deleted }: JobPreview): string {
  const counts = { added: added.size, changed: updated.size, deleted: deleted.size };
  const kinds = ['added', 'changed', 'deleted'] as const;
  return kinds
    .filter((kind) => counts[kind] > 0)
    .map((kind) => t(`jobs.preview.${kind}`, { count: counts[kind] }))
    .join(', ');
}

/** The first line of a text that isn't blank, with an ellipsis when more follows. */
export function firstLine(text: string): string {
  const [first = '', ...more] = text.trim().split(/\s*\n\s*/);
  return more.length > 0 ? `${first} …` : first;
}
