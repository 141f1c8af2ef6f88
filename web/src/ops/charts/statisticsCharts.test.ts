import { expect, test } from 'vitest';
import type { OpsBucketFragment } from '../../generated/graphql.ts';
import { statisticsCharts } from './statisticsCharts.ts';

const empty: OpsBucketFragment = {
  from: '2026-01-01T10:00:00.000Z',
  to: '2026-01-01T10:01:00.000Z',
  created: 0,
  completed: 0,
  failed: 0,
  cancelled: 0,
  failureRate: null,
  retryRate: null,
  wait: null,
  run: null,
};

const busy: OpsBucketFragment = {
  ...empty,
  from: '2026-01-01T10:01:00.000Z',
  created: 5,
  completed: 3,
  failed: 1,
  failureRate: 0.25,
  retryRate: 0.5,
  wait: { p50Ms: 400, p95Ms: 2_000 },
  run: { p50Ms: 12_000, p95Ms: 190_000 },
};

/** The statistics of a window with these buckets; its own figures are twice those of `busy`. */
const statisticsOf = (...buckets: OpsBucketFragment[]) => ({
  ...busy,
  created: 10,
  completed: 6,
  failed: 2,
  buckets,
});

/** The last value of each line, as under the pointer. */
function legendsOf(buckets: OpsBucketFragment[]): Record<string, Record<string, string>> {
  const charts = statisticsCharts(statisticsOf(...buckets), 'hour').map((chart) => {
    const lines = chart.series.map(({ label, values }) => {
      const last = values.at(-1);
      return [label, last === null || last === undefined ? 'none' : chart.format(last)];
    });
    return [chart.title, Object.fromEntries(lines)];
  });
  return Object.fromEntries(charts);
}

test('charts have a value for each bucket, in readable units', () => {
  expect(legendsOf([empty, busy])).toEqual({
    Throughput: { Created: '5', Done: '3', Failed: '1', Cancelled: '0' },
    'Failures and retries': { 'Failure rate': '25%', 'Retry rate': '50%' },
    'Wait time': { 'p50 (median)': '0.4 s', p95: '2.0 s' },
    'Run time': { 'p50 (median)': '12 s', p95: '3 min 10 s' },
  });
});

test('the legend shows the figures of the whole window', () => {
  const [throughput, rates, wait] = statisticsCharts(statisticsOf(busy, empty), 'hour');
  expect(throughput?.whole).toEqual({ text: 'Last hour, in total', values: [10, 6, 2, 0] });
  expect(rates?.whole).toEqual({ text: 'Last hour', values: [0.25, 0.5] });
  expect(wait?.whole).toEqual({ text: 'Last hour', values: [400, 2_000] });
});

test('the arrow keys begin at the last bucket, unless it has only just begun', () => {
  const lasting = (seconds: number) => ({
    ...busy,
    to: new Date(Date.parse(busy.from) + seconds * 1_000).toISOString(),
  });
  const currentOf = (last: OpsBucketFragment) =>
    statisticsCharts(statisticsOf(empty, last), 'hour')[0]?.current;
  expect([currentOf(lasting(29)), currentOf(lasting(30))]).toEqual([0, 1]);
});

test('a bucket without jobs has counts of 0 and no rates and durations', () => {
  expect(legendsOf([busy, empty])).toMatchObject({
    Throughput: { Created: '0' },
    'Failures and retries': { 'Failure rate': 'none' },
    'Run time': { p95: 'none' },
  });
});

test('charts without any job say so; a failure rate of 0 is drawn', () => {
  const emptyTexts = (bucket: OpsBucketFragment) =>
    statisticsCharts(statisticsOf(empty, bucket), 'day').map(({ emptyText }) => emptyText);
  const none = 'No jobs in this time.';
  expect(emptyTexts(empty)).toEqual([none, none, none, none]);
  expect(emptyTexts({ ...busy, failed: 0, failureRate: 0, retryRate: 0 })).toEqual([null, null, null, null]);
});

test('the unit of the throughput is the length of a bucket', () => {
  const units = (['hour', 'day', 'week', 'month'] as const).map(
    (window) => statisticsCharts(statisticsOf(busy), window)[0]?.unit,
  );
  expect(units).toEqual(['jobs per minute', 'jobs per hour', 'jobs per 6 hours', 'jobs per day']);
});

test('marks on the axes of durations are short', () => {
  const run = statisticsCharts(statisticsOf(busy), 'hour').find(({ title }) => title === 'Run time');
  const marks = [0, 500, 20_000, 120_000, 4 * 3_600_000].map((ms) => run?.formatMark(ms));
  expect(marks).toEqual(['0', '0.5 s', '20 s', '2 min', '4 h']);
});
