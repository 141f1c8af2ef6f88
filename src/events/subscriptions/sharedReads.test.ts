import { describe, expect, it } from 'vitest';
import { fakePool, when } from '../../../test/support/fakePool.ts';
import { readFirstEventRows } from '../log/sql/readEventRows.ts';
import { createSharedReader } from './sharedReads.ts';
import { mayHaveMoreEvents } from './sql/mayHaveMoreEvents.ts';

const event = { jobId: 'j', seq: 1, attempt: 1, payload: {}, at: new Date(0) };

type Query = { parameters: object; answer: (seqs: number[]) => void; fail: (error: Error) => void };

/** A reader on a database that answers when the test lets it. */
function setup() {
  const queries: Query[] = [];
  let onQuery = Promise.withResolvers<void>();
  const row = (seq: number) => ({ ...event, seq, type: 'JobAttemptLost' });
  const pool = fakePool(
    when(readFirstEventRows, (parameters) => {
      const { promise, resolve, reject } = Promise.withResolvers<object[]>();
      queries.push({ parameters, answer: (seqs) => resolve(seqs.map(row)), fail: reject });
      onQuery.resolve();
      onQuery = Promise.withResolvers();
      return promise;
    }),
    when(mayHaveMoreEvents, () => [{}]),
  );
  /** The query of that number, as soon as it has been sent. */
  const query = async (index: number): Promise<Query> => {
    for (;;) {
      const sent = queries[index];
      if (sent !== undefined) return sent;
      await onQuery.promise;
    }
  };
  const reader = createSharedReader(pool);
  const seqs = async (after: number, limit = 10) =>
    (await reader('j', after, limit)).events.map(({ seq }) => seq);
  return { seqs, query, queries };
}

describe('a shared reader', () => {
  it('answers callers at the same cursor with one query', async () => {
    const { seqs, query, queries } = setup();
    const both = [seqs(0), seqs(0)];
    (await query(0)).answer([1, 2]);
    expect(await Promise.all(both)).toEqual([
      [1, 2],
      [1, 2],
    ]);
    expect(queries).toHaveLength(1);
  });

  it('reads again for a caller that comes after the query was sent: it may have missed their event', async () => {
    const { seqs, query, queries } = setup();
    const early = seqs(0);
    const first = await query(0);
    const late = seqs(0);
    const second = await query(1);
    first.answer([1]);
    second.answer([1, 2]);
    expect([await early, await late]).toEqual([[1], [1, 2]]);
    expect(queries).toHaveLength(2);
  });

  it.each([
    ['cursors', 5, 10],
    ['limits', 0, 20],
  ])('keeps apart callers with different %s', async (_what, after, limit) => {
    const { seqs, query } = setup();
    const both = [seqs(0, 10), seqs(after, limit)];
    const [first, second] = [await query(0), await query(1)];
    first.answer([1]);
    second.answer([6]);
    expect([first.parameters, second.parameters]).toMatchObject([
      { jobId: 'j', above: 0, limit: 10 },
      { jobId: 'j', above: after, limit },
    ]);
    expect(await Promise.all(both)).toEqual([[1], [6]]);
  });

  it('gives a failure to all who share it, and to nobody after them', async () => {
    const { seqs, query } = setup();
    const settled = Promise.allSettled([seqs(0), seqs(0)]);
    (await query(0)).fail(new Error('no'));
    expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const next = seqs(0);
    (await query(1)).answer([1]);
    expect(await next).toEqual([1]);
  });
});

describe('a page', () => {
  it.each([
    ['is the last one when it ends with a terminal event after which nothing comes', 'JobFailed', 0, true],
    ['is not when the job was retried meanwhile', 'JobFailed', 1, false],
    ['is not while the job goes on', 'JobAttemptLost', 0, false],
  ])('%s', async (_what, type, more, ended) => {
    const payload = { error: { code: 'X', message: 'x', retryable: true } };
    const pool = fakePool(
      when(readFirstEventRows, () => [{ ...event, type, payload }]),
      when(mayHaveMoreEvents, () => Array(more).fill({})),
    );
    expect((await createSharedReader(pool)('j', 0, 10)).ended).toBe(ended);
  });
});
