import { describe, expect } from 'vitest';
import { insertEntries } from '../../support/database/agedRows.ts';
import { type Client, test } from '../../support/system.ts';
import { clientOf, secret } from '../../support/tokens.ts';

describe('invalidateCache', () => {
  const invalidate = (client: Client, input: object) =>
    client.send(
      `mutation ($input: InvalidateCacheInput!) { invalidateCache(input: $input) {
        ... on InvalidateCacheSuccess { removed }
        ... on InputValidationError { message fields { path code } }
      } }`,
      { input },
    );

  test('removes exactly the requested entries, and counts them', async ({ system, database }) => {
    const pool = database.pool();
    await insertEntries(pool, 'old', 10, 10, 3);
    await insertEntries(pool, 'new', 0, 0, 4);
    const keys = async () =>
      (await pool.query<{ key: string }>('SELECT key FROM result_cache ORDER BY key')).rows.map(
        ({ key }) => key,
      );
    for (const [input, removed, left] of [
      [{ key: 'nonsense' }, 0, 7],
      [{ key: '%' }, 0, 7],
      [{ key: 'old2' }, 1, 6],
      [{ olderThanHours: 1e300 }, 0, 6],
      [{ olderThanHours: 11 }, 0, 6],
      [{ olderThanHours: 9.5 }, 2, 4],
      [{ key: 'new1' }, 1, 3],
      [{ all: true }, 3, 0],
    ] as const) {
      const { data, errors } = await invalidate(system.client, input);
      expect(errors, JSON.stringify(input)).toBeUndefined();
      expect(data.invalidateCache, JSON.stringify(input)).toEqual({ removed });
      expect(await keys(), JSON.stringify(input)).toHaveLength(left);
    }
  });

  test('refuses an input without a target, and one with two', async ({ system, database }) => {
    const pool = database.pool();
    await insertEntries(pool, 'kept', 10, 10, 3);
    for (const [input, field, code] of [
      [{ all: false }, 'all', 'INVALID'],
      [{ key: '' }, 'key', 'EMPTY'],
      [{ key: 'a\u0000' }, 'key', 'CONTROL_CHARACTER'],
      [{ key: '\ud800' }, 'key', 'MALFORMED_TEXT'],
      [{ key: 'x'.repeat(201) }, 'key', 'TOO_LONG'],
      [{ olderThanHours: -1 }, 'olderThanHours', 'OUT_OF_RANGE'],
    ] as const) {
      const { data } = await invalidate(system.client, input);
      expect(data.invalidateCache, field).toMatchObject({ fields: [{ path: [field], code }] });
    }
    for (const input of [
      {},
      { key: null },
      { all: null },
      { key: 'kept1', all: true },
      { key: 'kept1', all: false },
      { olderThanHours: 1, key: null },
    ]) {
      const { errors } = await invalidate(system.client, input);
      expect(errors?.[0]?.extensions.code, JSON.stringify(input)).toBe('BAD_USER_INPUT');
    }
    const empty = await invalidate(system.client, { key: '' });
    expect(empty.data.invalidateCache.message).toBe('key: The key is empty; give the `cacheKey` of a job.');
    const { rows } = await pool.query('SELECT key FROM result_cache');
    expect(rows).toHaveLength(3);
  });
});

describe('pauseQueue', () => {
  test.override({ env: { JWT_SECRET: secret } });

  test('keeps the beginning, the reason and its author when it is sent again without a reason', async ({
    system,
    database,
  }) => {
    const [first, second] = [await clientOf(system, 'first', 'ops'), await clientOf(system, 'second', 'ops')];
    const pause = async (client: Client, reason?: string | null) => {
      const mutation = `mutation ($input: PauseQueueInput!) { pauseQueue(input: $input) {
          ... on PauseQueueSuccess { control { paused pausedAt reason } }
        } }`;
      const input = reason === undefined ? {} : { reason };
      return (await client.send(mutation, { input })).data.pauseQueue.control;
    };
    const author = async () => {
      const { rows } = await database
        .pool()
        .query('SELECT subject FROM queue_control JOIN app_user ON app_user.id = paused_by_id');
      return rows[0]?.subject;
    };
    const begun = await pause(first, 'Provider is down');
    expect(begun).toMatchObject({ paused: true, reason: 'Provider is down' });
    expect(await pause(second)).toEqual(begun);
    expect(await pause(second, null)).toEqual(begun);
    expect(await author()).toBe('first');

    expect(await pause(second, 'Moving to another host')).toEqual({
      ...begun,
      reason: 'Moving to another host',
    });
    expect(await author()).toBe('second');

    await first.send('mutation { resumeQueue(input: {}) { __typename } }');
    expect(await pause(first)).toMatchObject({ paused: true, reason: null });
  });

  test('refuses a reason that can not be shown', async ({ system }) => {
    const operator = await clientOf(system, 'operator', 'ops');
    for (const reason of ['', 'a\u0000b', '\ud800', 'x'.repeat(501)]) {
      const { data } = await operator.send(
        `mutation ($reason: String) { pauseQueue(input: { reason: $reason }) {
          ... on InputValidationError { fields { path } }
        } }`,
        { reason },
      );
      expect(data.pauseQueue, reason).toEqual({ fields: [{ path: ['reason'] }] });
    }
    const { data } = await operator.send('{ queueControl { paused } }');
    expect(data.queueControl).toEqual({ paused: false });
  });
});
