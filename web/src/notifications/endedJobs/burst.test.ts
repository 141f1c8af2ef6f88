import { expect, test } from 'vitest';
import { createBurst } from './burst.ts';

test('of many jobs that end, the first two are reported one by one, and the others together', () => {
  let now = 0;
  const next = createBurst(() => now);
  const statuses = ['COMPLETED', 'FAILED', 'COMPLETED', 'COMPLETED', 'FAILED', 'COMPLETED'];
  const bundles = statuses.map((status) => next({ status }));
  expect(bundles.map(({ count }) => count)).toEqual([0, 0, 1, 2, 3, 4]);
  expect(bundles.map(({ failedCount }) => failedCount)).toEqual([0, 0, 0, 0, 1, 1]);
  now += 12_001;
  expect(next({ status: 'COMPLETED' }).count).toBe(0);
});
