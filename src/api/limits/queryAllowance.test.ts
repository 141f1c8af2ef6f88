import { expect, it } from 'vitest';
import { QueryAllowance } from './queryAllowance.ts';

it('holds so many queries for each user, and fills up again evenly within a minute', () => {
  let now = 0;
  const allowance = new QueryAllowance(4, () => now);
  const take = (times: number) => Array.from({ length: times }, () => allowance.take('ada'));
  expect(take(5)).toEqual([null, null, null, null, 15_000]);
  expect(allowance.take('bob')).toBeNull();
  now += 15_000;
  expect(take(2)).toEqual([null, 15_000]);
  now += 600_000;
  expect(take(5)).toEqual([null, null, null, null, 15_000]);
});
