import { describe, expect } from 'vitest';
import { create, readJob, tryCreate } from './kit/jobs.ts';
import { test } from './kit/system.ts';

const counts = async (database: { pool(): { query: CallableFunction } }) =>
  (
    await database
      .pool()
      .query('SELECT (SELECT count(*) FROM canvas_job) AS jobs, (SELECT count(*) FROM canvas) AS canvases')
  ).rows[0];

test('a new canvas is called by the first 60 characters of its instruction, none of them cut apart', async ({
  system,
}) => {
  for (const character of ['👨‍👩‍👧‍👦', '🇨🇭', 'e\u0301']) {
    const { id } = await create(system.client, { instruction: character.repeat(61) });
    expect((await readJob(system.client, id)).canvas.title).toBe(`${character.repeat(59)}…`);
  }
});

describe('createCanvasJob refuses, and creates nothing for,', () => {
  const cases = {
    'an empty instruction': { input: { instruction: '' }, path: ['instruction'], says: 'empty' },
    'nothing but white space': { input: { instruction: ' \n\t ' }, path: ['instruction'], says: 'empty' },
    '4,001 characters': { input: { instruction: 'x'.repeat(4_001) }, path: ['instruction'], says: '4001' },
    'control characters': { input: { instruction: 'a\u0007b' }, path: ['instruction'], says: 'U+0007' },
    'a NUL, which PostgreSQL cannot store': {
      input: { instruction: 'a\u0000b' },
      path: ['instruction'],
      says: 'U+0000',
    },
    'half a surrogate pair': { input: { instruction: 'a\ud800b' }, path: ['instruction'], says: 'Unicode' },
    'an empty idempotency key': {
      input: { instruction: 'x', idempotencyKey: '' },
      path: ['idempotencyKey'],
      says: 'empty',
    },
    'a selection without its canvas': {
      input: {
        instruction: 'x',
        selection: ['Q2FudmFzT2JqZWN0OjAxOTAwMDAwLTAwMDAtNzAwMC04MDAwLTAwMDAwMDAwMDAwMA=='],
      },
      path: ['selection'],
      says: 'canvasId',
    },
    'a selection of nonsense': {
      input: { instruction: 'x', selection: ['???'] },
      path: ['selection', '0'],
      says: '???',
    },
  };
  for (const [name, { input, path, says }] of Object.entries(cases)) {
    test(name, async ({ system, database }) => {
      const result = await tryCreate(system.client, input);
      expect(result).toMatchObject({ __typename: 'InputValidationError', fields: [{ path }] });
      expect(result.message).toContain(says);
      expect(await counts(database)).toEqual({ jobs: '0', canvases: '0' });
    });
  }

  const unknownCanvas = Buffer.from('Canvas:01900000-0000-7000-8000-000000000000').toString('base64');
  for (const canvasId of ['', 'garbage', '%%%', unknownCanvas]) {
    if (canvasId === '') continue;
    test(`the canvas "${canvasId}", which does not exist`, async ({ system, database }) => {
      const result = await tryCreate(system.client, { instruction: 'x', canvasId });
      expect(result.__typename).toBe('NotFoundError');
      expect(await counts(database)).toEqual({ jobs: '0', canvases: '0' });
    });
  }
});

describe('createCanvasJob', () => {
  test('accepts exactly 4,000 characters, however many bytes they are', async ({ system }) => {
    const instruction = '🎉'.repeat(4_000);
    const { id } = await create(system.client, { instruction: `  ${instruction}\r\n` });
    expect(await readJob(system.client, id)).toMatchObject({ status: 'QUEUED' });
  });

  test('gives the same job for the same key, also to requests that come at once', async ({
    system,
    database,
  }) => {
    const input = { instruction: 'once only', idempotencyKey: 'k' };
    const jobs = await Promise.all(Array.from({ length: 10 }, () => create(system.client, input)));
    expect(new Set(jobs.map(({ id }) => id)).size).toBe(1);
    expect(await counts(database)).toEqual({ jobs: '1', canvases: '1' });
  });

  test('refuses another request under a used key', async ({ system }) => {
    await create(system.client, { instruction: 'this', idempotencyKey: 'k' });
    const result = await tryCreate(system.client, { instruction: 'that', idempotencyKey: 'k' });
    expect(result.__typename).toBe('IdempotencyConflictError');
  });
});

describe('with a quota of 20', () => {
  test.override({ env: { MAX_ACTIVE_JOBS_PER_USER: '20' } });

  test('exactly 20 of 50 concurrent requests are accepted', async ({ system }) => {
    const results = await Promise.all(
      Array.from({ length: 50 }, (_, index) => tryCreate(system.client, { instruction: `job ${index}` })),
    );
    const types = results.map(({ __typename }) => __typename);
    expect(types.filter((type) => type === 'CreateCanvasJobSuccess')).toHaveLength(20);
    expect(types.filter((type) => type === 'QuotaExceededError')).toHaveLength(30);
  });
});
