import { describe, expect, it } from 'vitest';
import { fakePool, when } from '../../../test/support/database/fakePool.ts';
import { createSharedReader } from './sharedReads.ts';
import { type PageRequests, readLogPages } from './sql/readLogPages.ts';

/** A row of a page, or of an empty one. */
function row(request: number, seq: number | null, endsAt: number | null = null, type = 'JobAttemptLost') {
  return { request, endsAt, seq, type, attempt: 1, payload: {}, at: new Date(0) };
}

type Query = PageRequests & { answer(...rows: object[]): void; fail(error: Error): void };

/** A reader on a database that answers when the test lets it. */
function setup() {
  const queries: Query[] = [];
  let onQuery = Promise.withResolvers<void>();
  const pool = fakePool(
    when(readLogPages, (requests) => {
      const { promise, resolve, reject } = Promise.withResolvers<object[]>();
      queries.push({ ...requests, answer: (...rows) => resolve(rows), fail: reject });
      onQuery.resolve();
      onQuery = Promise.withResolvers();
      return promise;
    }),
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
  const seqs = async (after: number, { limit = 10, jobId = 'j' } = {}) =>
    (await reader(jobId, after, limit)).events.map(({ seq }) => seq);
  return { reader, seqs, query, queries };
}

describe('a shared reader', () => {
  it('answers callers at the same cursor with one page', async () => {
    const { seqs, query, queries } = setup();
    const both = [seqs(0), seqs(0)];
    const { jobIds, answer } = await query(0);
    answer(row(0, 1), row(0, 2));
    expect(await Promise.all(both)).toEqual([
      [1, 2],
      [1, 2],
    ]);
    expect(jobIds).toEqual(['j']);
    expect(queries).toHaveLength(1);
  });

  it('reads again for a caller that comes after the query was sent: it may have missed their event', async () => {
    const { seqs, query, queries } = setup();
    const early = seqs(0);
    const first = await query(0);
    const late = seqs(0);
    const second = await query(1);
    first.answer(row(0, 1));
    second.answer(row(0, 1), row(0, 2));
    expect([await early, await late]).toEqual([[1], [1, 2]]);
    expect(queries).toHaveLength(2);
  });

  it('reads what differs in job, cursor or limit with one query, and gives each caller their own', async () => {
    const { seqs, query, queries } = setup();
    const all = [seqs(0), seqs(5), seqs(0, { limit: 20 }), seqs(0, { jobId: 'k' })];
    const { jobIds, cursors, limits, answer } = await query(0);
    expect({ jobIds, cursors, limits }).toEqual({
      jobIds: ['j', 'j', 'j', 'k'],
      cursors: [0, 5, 0, 0],
      limits: [10, 10, 20, 10],
    });
    answer(row(0, 1), row(1, 6), row(2, 1), row(2, 2), row(3, null));
    expect(await Promise.all(all)).toEqual([[1], [6], [1, 2], []]);
    expect(queries).toHaveLength(1);
  });

  it('gathers reads while two queries run', async () => {
    const { seqs, query, queries } = setup();
    const all = [seqs(0)];
    const first = await query(0);
    all.push(seqs(1));
    const second = await query(1);
    all.push(seqs(2), seqs(3), seqs(4));
    second.answer(row(0, 2));
    const third = await query(2);
    expect(third.cursors).toEqual([2, 3, 4]);
    third.answer(row(0, 3), row(1, 4), row(2, 5));
    first.answer(row(0, 1));
    expect(await Promise.all(all)).toEqual([[1], [2], [3], [4], [5]]);
    expect(queries).toHaveLength(3);
  });

  it('reads fifty pages at a time', async () => {
    const { seqs, query } = setup();
    const all = Array.from({ length: 60 }, (_, cursor) => seqs(cursor));
    const queries = [await query(0), await query(1)];
    expect(queries.map(({ cursors }) => cursors.length)).toEqual([50, 10]);
    for (const { cursors, answer } of queries) answer(...cursors.map((cursor, at) => row(at, cursor + 1)));
    expect((await Promise.all(all)).flat()).toEqual(Array.from({ length: 60 }, (_, cursor) => cursor + 1));
  });

  it('gives a failure to all who share it, and to nobody after them', async () => {
    const { seqs, query } = setup();
    const settled = Promise.allSettled([seqs(0), seqs(1)]);
    (await query(0)).fail(new Error('no'));
    expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const next = seqs(0);
    (await query(1)).answer(row(0, 1));
    expect(await next).toEqual([1]);
  });

  it('gives an event that cannot be read to those who have asked for it alone', async () => {
    const { seqs, query } = setup();
    const settled = Promise.allSettled([seqs(0), seqs(1)]);
    (await query(0)).answer(row(0, 1, null, 'JobFailed'), row(1, 2));
    expect(await settled).toMatchObject([{ reason: { name: 'ZodError' } }, { value: [2] }]);
  });
});

describe('a page', () => {
  it.each([
    ['is the last one when the log ends with it', [row(0, 1, 1)], true],
    ['is not when the job is finished, and has more events', [row(0, 1, 2)], false],
    ['is not while the job goes on', [row(0, 1)], false],
    ['without events is the last one when the log ends before it', [row(0, null, 0)], true],
    ['without events is not while the job goes on', [row(0, null)], false],
  ])('%s', async (_what, rows, ended) => {
    const { reader, query } = setup();
    const page = reader('j', 0, 10);
    (await query(0)).answer(...rows);
    expect((await page).ended).toBe(ended);
  });
});
