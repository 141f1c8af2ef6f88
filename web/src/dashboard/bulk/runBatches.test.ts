import { expect, test, vi } from 'vitest';
import { type BatchResult, outcomeSummary, runBatches } from './runBatches.ts';

const results = (...types: string[]) => types.map((__typename) => ({ __typename }));
function answers(...list: BatchResult[]) {
  const send = vi.fn<(ids: string[] | null) => Promise<BatchResult>>();
  for (const answer of list) send.mockResolvedValueOnce(answer);
  return send;
}

test('more jobs than fit in one request are sent in several', async () => {
  const jobIds = Array.from({ length: 150 }, (_, index) => `${index}`);
  const answer = { results: results('CancelJobSuccess'), remainingCount: 0 };
  const send = answers(answer, answer);
  expect((await runBatches(jobIds, send)).done).toBe(2);
  expect(send.mock.calls.map(([ids]) => ids?.length)).toEqual([100, 50]);
});

test('a filter is applied until no job is left', async () => {
  const send = answers(
    { results: results('CancelJobSuccess'), remainingCount: 1 },
    { results: results('CancelJobSuccess'), remainingCount: 0 },
  );
  expect((await runBatches(null, send)).done).toBe(2);
});

test('a filter whose jobs are all refused is not applied again', async () => {
  const send = answers({ results: results('QuotaExceededError'), remainingCount: 5 });
  expect(await runBatches(null, send)).toMatchObject({ done: 0, overQuota: 1 });
  const types = ['BudgetExceededError', 'JobsNotAcceptedError'];
  const refuse = answers({ results: results(...types), remainingCount: 5 });
  expect(await runBatches(null, refuse)).toMatchObject({ done: 0, notAccepted: 2 });
});

test('a request that fails ends the batches, with what was done before', async () => {
  const send = answers({ results: results('RetryJobSuccess'), remainingCount: 1 }, { problem: 'Too many.' });
  const outcome = await runBatches(null, send);
  expect(outcomeSummary('retry', outcome)).toBe('1 job queued again. Too many.');
});

test('the summary counts what became of the jobs', async () => {
  const send = answers({
    results: results('CancelJobSuccess', 'CancelJobSuccess', 'JobStateError', 'NotFoundError'),
    remainingCount: 0,
  });
  const outcome = await runBatches(['a', 'b', 'c', 'd'], send);
  expect(outcomeSummary('cancel', outcome)).toBe('2 jobs cancelled, 1 was finished already, 1 was not found');
});
