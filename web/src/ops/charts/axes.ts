import { formatDuration } from '../../jobs/texts/format.ts';
import { formatNumber, formatPercent } from '../../language/formats.ts';
import { currentLanguage, currentLocale } from '../../language/language.ts';
import { t } from '../../language/opsTexts.ts';
import type { Chart } from './chart.ts';
import type { WindowName } from './statsWindow.ts';

/** How a chart shows its values. */
type AxisOfValues = Pick<Chart, 'unit' | 'steps' | 'leastMax' | 'format' | 'formatMark'>;

/** How much of a time tells periods apart. */
const timeFormats: Record<WindowName, Intl.DateTimeFormatOptions> = {
  hour: { hour: 'numeric', minute: '2-digit' },
  day: { weekday: 'short', hour: 'numeric' },
  week: { weekday: 'short', hour: 'numeric' },
  month: { day: 'numeric', month: 'short' },
};

/** Shows the beginning of a period. */
export function timeFormat(window: WindowName): Chart['formatTime'] {
  return (time) => new Date(time).toLocaleString(currentLocale(), timeFormats[window]);
}

const decades = [1, 10, 100, 1_000, 10_000, 100_000];

/** Numbers of jobs. */
export function counts(unit: string): AxisOfValues {
  return {
    unit,
    steps: decades.flatMap((decade) => [decade, 2 * decade, 5 * decade]),
    leastMax: 4,
    format: formatNumber,
    formatMark: formatNumber,
  };
}

/** Shares from 0 to 1. */
export function shares(): AxisOfValues {
  return {
    unit: t('ops.charts.unit.share'),
    steps: [0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5, 1],
    leastMax: 0.1,
    format: formatPercent,
    formatMark: formatPercent,
  };
}

const [second, minute, hour] = [1_000, 60_000, 3_600_000];

/** Durations in ms. */
export function durations(): AxisOfValues {
  return {
    unit: t('ops.charts.unit.duration'),
    steps: [
      ...[100, 200, 500],
      ...[1, 2, 5, 10, 20, 30].map((count) => count * second),
      ...[1, 2, 5, 10, 20, 30].map((count) => count * minute),
      ...[1, 2, 4, 12, 24, 48, 168].map((count) => count * hour),
    ],
    leastMax: second,
    format: formatDuration,
    formatMark: formatRoundDuration,
  };
}

/** A multiple of one of the steps: `0`, `0.5 s`, `20 s`, `2 min`, `4 h`. */
function formatRoundDuration(ms: number): string {
  if (ms === 0) return '0';
  const inUnits = (length: number, unit: string) =>
    `${(ms / length).toLocaleString(currentLanguage(), { maximumFractionDigits: 1 })} ${unit}`;
  if (ms < minute) return inUnits(second, 's');
  return ms < hour ? inUnits(minute, 'min') : inUnits(hour, 'h');
}
