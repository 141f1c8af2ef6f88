import { describe, expect } from 'vitest';
import { create, readJob, tryCreate } from '../../support/jobs.ts';
import { test } from '../../support/system.ts';

const counts = async (database: { pool(): { query: CallableFunction } }) =>
  (
    await database
      .pool()
      .query('SELECT (SELECT count(*) FROM canvas_job) AS jobs, (SELECT count(*) FROM canvas) AS canvases')
  ).rows[0];

test('the title of a new canvas is the first 60 characters of its instruction, without cutting a character', async ({
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
    'a NUL in the idempotency key': {
      input: { instruction: 'x', idempotencyKey: 'a\u0000b' },
      path: ['idempotencyKey'],
      says: 'control',
    },
    'half a surrogate pair in the idempotency key': {
      input: { instruction: 'x', idempotencyKey: 'a\ud800' },
      path: ['idempotencyKey'],
      says: 'surrogate',
    },
    '201 characters of an idempotency key': {
      input: { instruction: 'x', idempotencyKey: '🎉'.repeat(201) },
      path: ['idempotencyKey'],
      says: '200',
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
    test(name, async ({ shared: { system, database } }) => {
      const result = await tryCreate(system.client, input);
      expect(result).toMatchObject({
        __typename: 'InputValidationError',
        fields: expect.arrayContaining([expect.objectContaining({ path })]),
      });
      expect(result.message).toContain(says);
      expect(await counts(database)).toEqual({ jobs: '0', canvases: '0' });
    });
  }

  test('several faults, each with its field and code', async ({ shared: { system, database } }) => {
    const result = await tryCreate(system.client, {
      instruction: ' ',
      idempotencyKey: '',
      selection: ['zz', ''],
    });
    expect(result.__typename).toBe('InputValidationError');
    const found = result.fields.map(({ path, code }: { path: string[]; code: string }) => [...path, code]);
    expect(found.sort()).toEqual([
      ['idempotencyKey', 'EMPTY'],
      ['instruction', 'EMPTY'],
      ['selection', '0', 'INVALID_ID'],
      ['selection', '1', 'INVALID_ID'],
      ['selection', 'REQUIRED'],
    ]);
    expect(await counts(database)).toEqual({ jobs: '0', canvases: '0' });
  });

  test('invalid values together with ids that are not on the canvas', async ({ system }) => {
    const { canvasId } = await create(system.client, { instruction: 'a canvas' });
    const elsewhere = 'Q2FudmFzT2JqZWN0OjAxOTAwMDAwLTAwMDAtNzAwMC04MDAwLTAwMDAwMDAwMDAwMA==';
    const input = { instruction: 'x'.repeat(4_001), canvasId, selection: [elsewhere, 'zz'] };
    const { fields } = await tryCreate(system.client, input);
    expect(fields.map(({ code }: { code: string }) => code).sort()).toEqual([
      'INVALID_ID',
      'NOT_FOUND',
      'TOO_LONG',
    ]);
  });

  const unknownCanvas = Buffer.from('Canvas:01900000-0000-7000-8000-000000000000').toString('base64');
  for (const canvasId of ['', 'garbage', '%%%', unknownCanvas]) {
    if (canvasId === '') continue;
    test(`the canvas "${canvasId}", which does not exist`, async ({ shared: { system, database } }) => {
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

  test('returns the same job for the same key, also to concurrent requests', async ({ system, database }) => {
    const input = { instruction: 'once only', idempotencyKey: 'k' };
    const results = await Promise.all(Array.from({ length: 10 }, () => tryCreate(system.client, input)));
    expect(new Set(results.map(({ job }) => job.id)).size).toBe(1);
    expect(results.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(await counts(database)).toEqual({ jobs: '1', canvases: '1' });
  });

  test('gives the same job for the same key after it has ended', async ({ system }) => {
    const input = { instruction: 'once only', idempotencyKey: 'k' };
    const { id } = await create(system.client, input);
    await system.client.send('mutation ($id: ID!) { cancelJob(input: { jobId: $id }) { __typename } }', {
      id,
    });
    expect(await tryCreate(system.client, input)).toMatchObject({
      replayed: true,
      job: { id, status: 'CANCELLED' },
    });
  });

  test('refuses another request under a used key', async ({ system }) => {
    await create(system.client, { instruction: 'this', idempotencyKey: 'k' });
    const result = await tryCreate(system.client, { instruction: 'that', idempotencyKey: 'k' });
    expect(result.__typename).toBe('IdempotencyConflictError');
  });

  test('refuses the same text for another kind of diagram under a used key', async ({ system }) => {
    const input = { instruction: 'a; b; c', kind: 'KANBAN', idempotencyKey: 'k' };
    await create(system.client, input);
    expect(await tryCreate(system.client, input)).toMatchObject({ replayed: true });
    const result = await tryCreate(system.client, { ...input, kind: 'FLOW' });
    expect(result.__typename).toBe('IdempotencyConflictError');
  });
});

describe('updateCanvasObjects refuses', () => {
  const mutation = `mutation ($input: UpdateCanvasObjectsInput!) { updateCanvasObjects(input: $input) {
    __typename ... on InputValidationError { fields { path code message } } ... on Error { message }
  } }`;

  test('several faults of the input and of the canvas, each with its field', async ({ system }) => {
    const { canvasId } = await create(system.client, { instruction: 'a canvas' });
    const box = { x: 0, y: 0, width: 100, height: 100 };
    const frame = { ...box, id: crypto.randomUUID() };
    const shape = { ...box, id: crypto.randomUUID() };
    const send = async (input: object) =>
      (await system.client.send(mutation, { input: { canvasId, ...input } })).data.updateCanvasObjects;
    const saved = await send({ baseVersionNumber: 0, add: [{ frame }, { shape }] });
    expect(saved.__typename).toBe('UpdateCanvasObjectsSuccess');
    const result = await send({
      baseVersionNumber: 7,
      add: [
        { shape: { ...box, width: 0, id: 'no uuid', text: 'x'.repeat(201) } },
        { shape: { ...box, id: crypto.randomUUID(), parentId: shape.id } },
      ],
      update: [
        { id: frame.id, fontSize: 10 },
        { id: 'zz', x: 2_000_000 },
      ],
      delete: ['', shape.id, shape.id],
    });
    expect(result.__typename).toBe('InputValidationError');
    const found = result.fields.map(
      ({ path, code }: { path: string[]; code: string }) => `${path.join('.')} ${code}`,
    );
    expect(found.sort()).toEqual([
      'add.0.id INVALID_ID',
      'add.0.text TOO_LONG',
      'add.0.width OUT_OF_RANGE',
      'add.1.parentId MISMATCH',
      'baseVersionNumber NOT_FOUND',
      'delete.0 INVALID_ID',
      'delete.2 DUPLICATE_ID',
      'update.0.fontSize MISMATCH',
      'update.1.id INVALID_ID',
      'update.1.x OUT_OF_RANGE',
    ]);
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
