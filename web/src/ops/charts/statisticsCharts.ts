import type { OpsBucketFragment } from '../../generated/graphql.ts';
import { formatDuration } from '../../jobs/format.ts';
import { formatNumber, formatPercent } from '../../language/formats.ts';
import { currentLanguage, t } from '../../language/language.ts';
import type { Chart, ChartSeries } from './chart.ts';
import type { WindowName } from './statsWindow.ts';

type Values = Omit<Chart, 'title' | 'times' | 'current' | 'series' | 'formatTime'>;

/** The charts of a time window, from its buckets. */
export function statisticsCharts(buckets: readonly OpsBucketFragment[], window: WindowName): Chart[] {
  const common = {
    times: buckets.map(({ from }) => Date.parse(from)),
    current: currentBucket(buckets),
    formatTime: (time: number) => new Date(time).toLocaleString(currentLanguage(), timeFormats[window]),
  };
  const seriesOf = (label: string, value: (bucket: OpsBucketFragment) => number | null): ChartSeries => ({
    label,
    values: buckets.map(value),
  });
  const durations = (measure: 'wait' | 'run'): ChartSeries[] => [
    seriesOf(t('ops.charts.p50'), (bucket) => bucket[measure]?.p50Ms ?? null),
    seriesOf(t('ops.charts.p95'), (bucket) => bucket[measure]?.p95Ms ?? null),
  ];
  return [
    {
      ...common,
      ...counts(t(`ops.charts.unit.${window}`)),
      title: t('ops.charts.throughput'),
      series: [
        seriesOf(t('ops.charts.created'), ({ created }) => created),
        seriesOf(t('jobs.status.COMPLETED'), ({ completed }) => completed),
        seriesOf(t('jobs.status.FAILED'), ({ failed }) => failed),
        seriesOf(t('jobs.status.CANCELLED'), ({ cancelled }) => cancelled),
      ],
    },
    {
      ...common,
      ...shares(),
      title: t('ops.charts.failures'),
      series: [
        seriesOf(t('ops.charts.failureRate'), ({ failureRate }) => failureRate),
        seriesOf(t('ops.charts.retryRate'), ({ retryRate }) => retryRate),
      ],
    },
    { ...common, ...times(), title: t('ops.charts.wait'), series: durations('wait') },
    { ...common, ...times(), title: t('ops.charts.run'), series: durations('run') },
  ];
}

/** The index of the last bucket, or of the one before if the last one has only just begun. */
function currentBucket(buckets: readonly OpsBucketFragment[]): number {
  const lengthOf = (bucket: OpsBucketFragment | undefined) =>
    bucket === undefined ? 0 : Date.parse(bucket.to) - Date.parse(bucket.from);
  const isShort = lengthOf(buckets.at(-1)) < lengthOf(buckets.at(-2)) / 2;
  return buckets.length - (isShort ? 2 : 1);
}

/** How much of a time tells periods apart. */
const timeFormats: Record<WindowName, Intl.DateTimeFormatOptions> = {
  hour: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  day: { weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  week: { weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  month: { day: 'numeric', month: 'short' },
};

const decades = [1, 10, 100, 1_000, 10_000, 100_000];

/** Numbers of jobs. */
function counts(unit: string): Values {
  return {
    unit,
    steps: decades.flatMap((decade) => [decade, 2 * decade, 5 * decade]),
    leastMax: 4,
    format: formatNumber,
    formatMark: formatNumber,
  };
}

/** Shares from 0 to 1. */
function shares(): Values {
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
function times(): Values {
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
