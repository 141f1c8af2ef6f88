import { expect, it } from 'vitest';
import { inSlices } from './slices.ts';

it('a long list is given out in slices, and may be ended between two', async () => {
  const items = Array.from({ length: 5_000 }, (_, index) => index);
  let others = 0;
  const count = setInterval(() => {
    others += 1;
  }, 0);
  const busy = (ms: number) => {
    const until = performance.now() + ms;
    while (performance.now() < until);
  };
  const given: number[] = [];
  const read = async (beforeSlice: () => void) => {
    for await (const item of inSlices(items, beforeSlice)) {
      given.push(item);
      if (item % 16 === 0) busy(1);
    }
  };
  await read(() => undefined);
  clearInterval(count);
  expect(given).toEqual(items);
  expect(others).toBeGreaterThan(5);
  given.length = 0;
  const end = () => {
    throw new Error('enough');
  };
  await expect(read(end)).rejects.toThrow('enough');
  expect(given.length).toBeGreaterThan(0);
  expect(given.length).toBeLessThan(items.length);
});
