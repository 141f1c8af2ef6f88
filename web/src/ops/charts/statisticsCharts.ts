import type { OpsBucketFragment } from '../../generated/graphql.ts';
import { t } from '../../language/opsTexts.ts';
import { counts, durations, shares, timeFormat } from './axes.ts';
import { type Chart, isBlank, isZero } from './chart.ts';
import type { WindowName } from './statsWindow.ts';

/** What is counted in a bucket, and in the whole window. */
type Figures = Omit<OpsBucketFragment, 'from' | 'to'>;
type Statistics = Figures & { buckets: readonly OpsBucketFragment[] };

/** A line of a chart: its label, and its value among the figures of a bucket. */
type Line = [label: string, valueIn: (figures: Figures) => number | null];

/** The charts of a time window. Their legends show the figures of the whole window. */
export function statisticsCharts(statistics: Statistics, window: WindowName): Chart[] {
  const { buckets } = statistics;
  const windowText = t(`ops.window.${window}`);
  const drawn = (lines: Line[], isEmpty: typeof isBlank, text = windowText) => {
    const series = lines.map(([label, valueIn]) => ({ label, values: buckets.map(valueIn) }));
    return {
      times: buckets.map(({ from }) => Date.parse(from)),
      current: currentBucket(buckets),
      formatTime: timeFormat(window),
      series,
      whole: { text, values: lines.map(([, valueIn]) => valueIn(statistics)) },
      emptyText: isEmpty(series) ? t('ops.charts.empty') : null,
    };
  };
  const total = t('ops.charts.total', { window: windowText });
  return [
    {
      ...drawn(throughputLines(), isZero, total),
      ...counts(t(`ops.charts.unit.${window}`)),
      title: t('ops.charts.throughput'),
    },
    { ...drawn(rateLines(), isBlank), ...shares(), title: t('ops.charts.failures') },
    { ...drawn(durationLines('wait'), isBlank), ...durations(), title: t('ops.charts.wait') },
    { ...drawn(durationLines('run'), isBlank), ...durations(), title: t('ops.charts.run') },
  ];
}

const throughputLines = (): Line[] => [
  [t('ops.charts.created'), ({ created }) => created],
  [t('jobs.status.COMPLETED'), ({ completed }) => completed],
  [t('jobs.status.FAILED'), ({ failed }) => failed],
  [t('jobs.status.CANCELLED'), ({ cancelled }) => cancelled],
];

const rateLines = (): Line[] => [
  [t('ops.charts.failureRate'), ({ failureRate }) => failureRate],
  [t('ops.charts.retryRate'), ({ retryRate }) => retryRate],
];

const durationLines = (measure: 'wait' | 'run'): Line[] => [
  [t('ops.charts.p50'), (figures) => figures[measure]?.p50Ms ?? null],
  [t('ops.charts.p95'), (figures) => figures[measure]?.p95Ms ?? null],
];

/** The index of the last bucket, or of the one before if the last one has only just begun. */
function currentBucket(buckets: readonly OpsBucketFragment[]): number {
  const lengthOf = (bucket: OpsBucketFragment | undefined) =>
    bucket === undefined ? 0 : Date.parse(bucket.to) - Date.parse(bucket.from);
  const isShort = lengthOf(buckets.at(-1)) < lengthOf(buckets.at(-2)) / 2;
  return buckets.length - (isShort ? 2 : 1);
}
