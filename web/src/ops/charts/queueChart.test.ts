import { expect, test } from 'vitest';
import type { OpsQueueDepthFragment } from '../../generated/graphql.ts';
import { queueChart } from './queueChart.ts';

const missing: OpsQueueDepthFragment = {
  from: '2026-01-01T10:00:00.000Z',
  urgent: null,
  high: null,
  normal: null,
  low: null,
};
const busy = { ...missing, urgent: 0, high: 1, normal: 12, low: 3 };

test('the chart of the queue has a line for each priority, with gaps where nothing was recorded', () => {
  const { series } = queueChart([missing, busy], 'hour');
  expect(series).toEqual([
    { label: 'Urgent', values: [null, 0] },
    { label: 'High', values: [null, 1] },
    { label: 'Normal', values: [null, 12] },
    { label: 'Low', values: [null, 3] },
  ]);
});

test('the legend shows the last period that was recorded', () => {
  expect(queueChart([busy, busy, missing], 'hour').current).toBe(1);
  expect(queueChart([missing, missing], 'hour').current).toBe(1);
});

test('a queue in which no job waited is empty', () => {
  const idle = { ...missing, urgent: 0, high: 0, normal: 0, low: 0 };
  expect(queueChart([missing, idle], 'hour').emptyText).toBe('No job waited in this time.');
  expect(queueChart([idle, busy], 'hour').emptyText).toBeNull();
});
