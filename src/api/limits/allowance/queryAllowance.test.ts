import { expect, it } from 'vitest';
import { QueryAllowance } from './queryAllowance.ts';

it('holds so many queries for each user, and fills up again evenly within a minute', () => {
  let now = 0;
  const allowance = new QueryAllowance(4, () => now);
  const take = (times: number) => Array.from({ length: times }, () => allowance.take('ada').waitMs);
  expect(take(5)).toEqual([null, null, null, null, 15_000]);
  expect(allowance.take('bob').waitMs).toBeNull();
  now += 15_000;
  expect(take(2)).toEqual([null, 15_000]);
  now += 600_000;
  expect(take(5)).toEqual([null, null, null, null, 15_000]);
});

it('gives how many are left, and when it is full again', () => {
  let now = 0;
  const allowance = new QueryAllowance(4, () => now);
  expect(allowance.read('ada')).toEqual({ remaining: 4, fullInMs: 0, waitMs: null });
  expect(allowance.take('ada')).toEqual({ remaining: 3, fullInMs: 15_000, waitMs: null });
  for (let index = 0; index < 3; index += 1) allowance.take('ada');
  expect(allowance.take('ada')).toEqual({ remaining: 0, fullInMs: 60_000, waitMs: 15_000 });
  now += 40_000;
  expect(allowance.read('ada')).toEqual({ remaining: 2, fullInMs: 20_000, waitMs: null });
});
