import type pg from 'pg';
import { describe, expect } from 'vitest';
import { recoverOverdueAttempts } from '../../../src/jobs/recovery/recoverOverdueAttempts.ts';
import { create, history, readJob, typesOf } from '../../support/jobs.ts';
import * as lifecycle from '../../support/lifecycle/lifecycle.ts';
import { flowPlan, sendPlan } from '../../support/model/plans.ts';
import { chunk, startRawModel, stream } from '../../support/model/rawModel.ts';
import { test as databaseTest } from '../../support/setup/database.ts';
import { type Client, type System, test } from '../../support/system.ts';

const cancel = (client: Client, jobId: string, keepPartial = false) =>
  client.send('mutation ($input: CancelJobInput!) { cancelJob(input: $input) { __typename } }', {
    input: { jobId, keepPartial },
  });

/** A worker whose model refuses in these words. */
async function workerRefusedWith(system: System, refusal: string, env: Record<string, string> = {}) {
  const { baseUrl } = await startRawModel((response) =>
    stream(response, chunk({ refusal }), chunk({}, 'stop')),
  );
  return system.startWorker({ OPENAI_BASE_URL: baseUrl, OPENAI_API: 'chat', ...env });
}

/** Has the database refuse an update of the table for as long as the function's condition holds. */
const refuse = (table: string, when: string) => `
  CREATE FUNCTION refuse_${table}() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'refused by the test'; END $$;
  CREATE TRIGGER refuse BEFORE UPDATE ON ${table} FOR EACH ROW WHEN (${when}) EXECUTE FUNCTION refuse_${table}()`;

describe('an error message that no column can store', () => {
  test.for<[what: string, refusal: string, said: string]>([
    ['U+0000', 'I can\u0000not.', 'I can not.'],
    ['half a surrogate pair', 'I cannot \ud83d.', 'I cannot \ufffd.'],
    ['an emoji where it is cut', `${'x'.repeat(299)}🎉🎉`, 'x…'],
    ['a family where it is cut', `${'x'.repeat(290)}${'👨‍👩‍👧‍👦'.repeat(40)}`, '👨‍👩‍👧‍👦…'],
  ])('fails its job: %s', async ([, refusal, said], { system }) => {
    await workerRefusedWith(system, refusal);
    const { id } = await create(system.client, { instruction: 'no way' });
    const events = await history(system.client, id);
    expect(events.at(-1)).toMatchObject({ __typename: 'JobFailed', error: { code: 'PROVIDER_REFUSED' } });
    const job = await readJob(system.client, id);
    expect(job.error.message).toContain(said);
    expect(job.attempts).toMatchObject([{ outcome: 'FAILED', error: { code: 'PROVIDER_REFUSED' } }]);
  });
});

test('numbers and texts that no column can store do not keep a job from completing', async ({ system }) => {
  const plan = flowPlan(2);
  const { baseUrl } = await startRawModel((response) =>
    stream(
      response,
      chunk({ content: JSON.stringify({ ...plan, title: 'A\u0000B\ud83d' }) }),
      chunk({}, 'stop'),
      { choices: [], usage: { prompt_tokens: 1e12, completion_tokens: -4.5 } },
    ),
  );
  await system.startWorker({ OPENAI_BASE_URL: baseUrl, OPENAI_API: 'chat' });
  for (const _twice of [1, 2]) {
    const { id } = await create(system.client, { instruction: 'strange figures' });
    expect((await history(system.client, id)).at(-1)).toMatchObject({ __typename: 'JobCompleted' });
    expect((await readJob(system.client, id)).canvas.title).toBe('A B\ufffd');
  }
});

describe('an outcome that the database refuses', () => {
  test('is recorded in a plain form', async ({ system, database }) => {
    await database.pool().query(refuse('job_attempt', `NEW.error_code = 'PROVIDER_REFUSED'`));
    await workerRefusedWith(system, 'No.');
    const { id } = await create(system.client, { instruction: 'plain' });
    const events = await history(system.client, id);
    expect(events.at(-1)).toMatchObject({ __typename: 'JobFailed', error: { code: 'INTERNAL_ERROR' } });
    expect(await readJob(system.client, id)).toMatchObject({ status: 'FAILED' });
  });

  test('in any form leaves the attempt to recovery, which records it as lost', async ({
    system,
    database,
  }) => {
    await database.pool().query(refuse('job_attempt', `NEW.outcome = 'FAILED'`));
    await workerRefusedWith(system, 'No.');
    const { id } = await create(system.client, { instruction: 'three times' });
    const events = await history(system.client, id);
    expect(events.at(-1)).toMatchObject({ __typename: 'JobFailed', error: { code: 'WORKER_LOST' } });
    expect(typesOf(events).filter((type) => type === 'JobAttemptLost')).toHaveLength(2);
  });

  test('does not block other jobs, and is recorded as soon as the database accepts it', async ({
    system,
    database,
    model,
  }) => {
    const pool = database.pool();
    await system.startWorker();
    const { id } = await create(system.client, { instruction: 'stuck' });
    const request = await model.nextRequest();
    const { rows } = await pool.query('SELECT id FROM canvas_job');
    await pool.query(refuse('job_attempt', `NEW.job_id = '${rows[0].id}'`));
    await cancel(system.client, id);
    await request.closed;

    const other = await create(system.client, { instruction: 'another' });
    const next = await model.nextRequest();
    sendPlan(next, flowPlan(2));
    expect((await history(system.client, other.id)).at(-1)).toMatchObject({ __typename: 'JobCompleted' });
    expect(await readJob(system.client, id)).toMatchObject({ status: 'CANCELLING' });

    await pool.query('DROP TRIGGER refuse ON job_attempt');
    expect((await history(system.client, id)).at(-1)).toMatchObject({ __typename: 'JobCancelled' });
  });
});

describe('an attempt that its worker does not end although it is alive', () => {
  const running = async (pool: pg.Pool) => {
    const ownerId = await lifecycle.createUser(pool);
    await lifecycle.create(pool, ownerId, null);
    const job = await lifecycle.start(pool, lifecycle.workerIds[0] ?? '');
    return { ownerId, id: job?.id ?? '' };
  };
  const recover = (pool: pg.Pool) => recoverOverdueAttempts(pool, expect.fail, 0);
  const statusOf = async (pool: pg.Pool) =>
    (await pool.query('SELECT status FROM canvas_job')).rows[0].status;

  databaseTest('is recovered past its deadline', async ({ database }) => {
    const pool = database.pool();
    const { id } = await running(pool);
    expect(await recover(pool)).toEqual([]);
    await pool.query("UPDATE job_attempt SET deadline_at = now() - interval '1 second'");
    expect(await recover(pool)).toEqual([id]);
    expect(await statusOf(pool)).toBe('QUEUED');
    expect(await recover(pool)).toEqual([]);
  });

  databaseTest('is recovered after a cancel', async ({ database }) => {
    const pool = database.pool();
    const { id, ownerId } = await running(pool);
    await lifecycle.cancel(pool, ownerId, id, false);
    expect(await recoverOverdueAttempts(pool, expect.fail)).toEqual([]);
    expect(await recover(pool)).toEqual([id]);
    expect(await statusOf(pool)).toBe('CANCELLED');
  });

  databaseTest('does not keep others from being recovered when that fails', async ({ database }) => {
    const pool = database.pool();
    const [first, second] = [await running(pool), await running(pool)];
    await pool.query("UPDATE job_attempt SET deadline_at = now() - interval '1 second'");
    await pool.query(refuse('job_attempt', `NEW.job_id = '${first.id}'`));
    const failed: string[] = [];
    expect(await recoverOverdueAttempts(pool, (jobId) => failed.push(jobId), 0)).toEqual([second.id]);
    expect(failed).toEqual([first.id]);
  });
});
