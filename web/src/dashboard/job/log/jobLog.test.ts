import { expect, test, vi } from 'vitest';
import { aLogPage, queuedEvents } from '../fixtures.ts';
import { createJobLog } from './jobLog.ts';

const sequences = (log: ReturnType<typeof createJobLog>) => log.events.get().map(({ sequence }) => sequence);

test('the pages of a log are read one after the other, up to the wanted event', async () => {
  const readPage = vi
    .fn()
    .mockResolvedValueOnce(aLogPage(queuedEvents(1, 2), 'two'))
    .mockResolvedValueOnce(aLogPage(queuedEvents(3, 4), 'four'));
  const log = createJobLog(readPage);
  await Promise.all([log.loadUpTo(1), log.loadUpTo(4)]);
  expect(readPage.mock.calls).toEqual([[null], ['two']]);
  expect(sequences(log)).toEqual([1, 2, 3, 4]);
  await log.loadUpTo(4);
  expect(readPage).toHaveBeenCalledTimes(2);
});

test('a page that could not be read is read with the next event', async () => {
  const readPage = vi
    .fn()
    .mockResolvedValueOnce(null)
    .mockResolvedValueOnce(aLogPage(queuedEvents(1, 2), 'two'));
  const log = createJobLog(readPage);
  await log.loadUpTo(1);
  expect(sequences(log)).toEqual([]);
  await log.loadUpTo(2);
  expect(sequences(log)).toEqual([1, 2]);
});
