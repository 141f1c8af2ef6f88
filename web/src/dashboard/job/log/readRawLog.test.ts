import { expect, test, vi } from 'vitest';
import { readRawLog } from './readRawLog.ts';

test('all pages of a log are read', async () => {
  const page = (events: number[], endCursor: string, hasNextPage: boolean) => ({
    pageInfo: { endCursor, hasNextPage },
    edges: events.map((node) => ({ node })),
  });
  const readPage = vi
    .fn()
    .mockResolvedValueOnce(page([1, 2], 'two', true))
    .mockResolvedValueOnce(page([3], 'three', false));
  expect(await readRawLog(readPage)).toEqual([1, 2, 3]);
  expect(readPage.mock.calls).toEqual([[null], ['two']]);
});
