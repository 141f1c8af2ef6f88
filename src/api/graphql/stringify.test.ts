import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stringifyInSlices } from './stringify.ts';

it('writes what JSON.stringify writes', async () => {
  const value = fc.jsonValue({ maxDepth: 6 }).map((json) => JSON.parse(JSON.stringify(json)));
  await fc.assert(
    fc.asyncProperty(value, async (json) => {
      expect(await stringifyInSlices(json)).toBe(JSON.stringify(json));
    }),
  );
});

it('lets others go first while it writes', async () => {
  const large = Array.from({ length: 300_000 }, (_, index) => ({
    id: `${index}`,
    points: [{ x: index, y: 1 }],
  }));
  let turns = 0;
  let done = false;
  const count = () => {
    turns += 1;
    if (!done) setImmediate(count);
  };
  setImmediate(count);
  const text = await stringifyInSlices(large);
  done = true;
  expect(text).toBe(JSON.stringify(large));
  expect(turns).toBeGreaterThan(5);
});
