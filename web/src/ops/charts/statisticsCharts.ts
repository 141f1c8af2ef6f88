import type { OpsBucketFragment } from '../../generated/graphql.ts';
import { t } from '../../language/opsTexts.ts';
import { counts, durations, shares, timeFormat } from './axes.ts';
import { type Chart, type ChartSeries, isBlank, isZero } from './chart.ts';
import type { WindowName } from './statsWindow.ts';

/** The charts of a time window, from its buckets. */
export function statisticsCharts(buckets: readonly OpsBucketFragment[], window: WindowName): Chart[] {
  const common = {
    times: buckets.map(({ from }) => Date.parse(from)),
    current: currentBucket(buckets),
    formatTime: timeFormat(window),
  };
  const emptyText = (isEmpty: boolean) => (isEmpty ? t('ops.charts.empty') : null);
  const [throughput, rates] = [throughputSeries(buckets), rateSeries(buckets)];
  const [wait, run] = [durationSeries(buckets, 'wait'), durationSeries(buckets, 'run')];
  return [
    {
      ...common,
      ...counts(t(`ops.charts.unit.${window}`)),
      title: t('ops.charts.throughput'),
      series: throughput,
      emptyText: emptyText(isZero(throughput)),
    },
    {
      ...common,
      ...shares(),
      title: t('ops.charts.failures'),
      series: rates,
      emptyText: emptyText(isBlank(rates)),
    },
    {
      ...common,
      ...durations(),
      title: t('ops.charts.wait'),
      series: wait,
      emptyText: emptyText(isBlank(wait)),
    },
    {
      ...common,
      ...durations(),
      title: t('ops.charts.run'),
      series: run,
      emptyText: emptyText(isBlank(run)),
    },
  ];
}

type Buckets = readonly OpsBucketFragment[];

const throughputSeries = (buckets: Buckets): ChartSeries[] => [
  { label: t('ops.charts.created'), values: buckets.map(({ created }) => created) },
  { label: t('jobs.status.COMPLETED'), values: buckets.map(({ completed }) => completed) },
  { label: t('jobs.status.FAILED'), values: buckets.map(({ failed }) => failed) },
  { label: t('jobs.status.CANCELLED'), values: buckets.map(({ cancelled }) => cancelled) },
];

const rateSeries = (buckets: Buckets): ChartSeries[] => [
  { label: t('ops.charts.failureRate'), values: buckets.map(({ failureRate }) => failureRate) },
  { label: t('ops.charts.retryRate'), values: buckets.map(({ retryRate }) => retryRate) },
];

const durationSeries = (buckets: Buckets, measure: 'wait' | 'run'): ChartSeries[] => [
  { label: t('ops.charts.p50'), values: buckets.map((bucket) => bucket[measure]?.p50Ms ?? null) },
  { label: t('ops.charts.p95'), values: buckets.map((bucket) => bucket[measure]?.p95Ms ?? null) },
];

/** The index of the last bucket, or of the one before if the last one has only just begun. */
function currentBucket(buckets: Buckets): number {
  const lengthOf = (bucket: OpsBucketFragment | undefined) =>
    bucket === undefined ? 0 : Date.parse(bucket.to) - Date.parse(bucket.from);
  const isShort = lengthOf(buckets.at(-1)) < lengthOf(buckets.at(-2)) / 2;
  return buckets.length - (isShort ? 2 : 1);
}
