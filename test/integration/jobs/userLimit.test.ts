import type pg from 'pg';
import { describe, expect, vi } from 'vitest';
import { decodeId } from '../../../src/api/graphql/ids.ts';
import { startNextAttempt } from '../../../src/jobs/attempts/startNextAttempt.ts';
import { cancelJob } from '../../../src/jobs/commands/cancelJob.ts';
import { entryKeyOf, restoreQueueEntries } from '../../../src/jobs/queue/queueEntries.ts';
import { orderParameters } from '../../../src/jobs/queue/sql/queueOrder.ts';
import { recoverJobs } from '../../../src/jobs/recovery/recoverJobs.ts';
import { unregisterWorker } from '../../../src/jobs/workers/sql/unregisterWorker.ts';
import { registerWorker } from '../../../src/jobs/workers/workerRegistry.ts';
import { create, history } from '../../support/jobs.ts';
import * as lifecycle from '../../support/lifecycle/lifecycle.ts';
import type { ModelRequest } from '../../support/model/modelServer.ts';
import { flowPlan, sendPlan } from '../../support/model/plans.ts';
import { test as databaseTest } from '../../support/setup/database.ts';
import { type Client, test as systemTest } from '../../support/system.ts';
import { clientOf, secret } from '../../support/tokens.ts';

const levels = { LOW: 0, NORMAL: 1, HIGH: 2, URGENT: 3 };
const [workerId = ''] = lifecycle.workerIds;
const starter = { workerId, planner: 'sketcher', model: null, timeLimitMs: 60_000 };
const oneEach = orderParameters({ PRIORITY_LEVELS: levels, MAX_CONCURRENT_JOBS_PER_USER: 1 });

const startNext = async (pool: pg.Pool, perUser: number | null) =>
  (await startNextAttempt(pool, starter, levels, perUser))?.id ?? null;

async function createJobs(pool: pg.Pool, count: number): Promise<{ ownerId: string; ids: string[] }> {
  const ownerId = await lifecycle.createUser(pool);
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) ids.push(await lifecycle.create(pool, ownerId, null));
  return { ownerId, ids };
}

/** Those of the jobs that have an entry in the queue which no worker has taken. */
async function withEntry(pool: pg.Pool, jobIds: readonly string[]): Promise<string[]> {
  const { rows } = await pool.query('SELECT key FROM graphile_worker.jobs WHERE locked_at IS NULL');
  return jobIds.filter((id) => rows.some(({ key }) => key === entryKeyOf(id)));
}

const useUpEntries = (pool: pg.Pool) => pool.query('DELETE FROM graphile_worker._private_jobs');

describe('no more jobs of one user than allowed', () => {
  const test = databaseTest;

  test('are started, by any number of concurrent starts', async ({ database }) => {
    const pool = database.pool();
    for (let user = 0; user < 3; user += 1) await createJobs(pool, 3);
    const started = await Promise.all(Array.from({ length: 12 }, () => startNext(pool, 2)));
    expect(new Set(started.filter((id) => id !== null)).size).toBe(6);
    const { rows } = await pool.query(
      "SELECT count(*)::int AS running FROM canvas_job WHERE status = 'PROCESSING' GROUP BY owner_id",
    );
    expect(rows).toEqual([{ running: 2 }, { running: 2 }, { running: 2 }]);
  });

  test('run after the limit was lowered, and jobs that are being cancelled count', async ({ database }) => {
    const pool = database.pool();
    const { ownerId, ids } = await createJobs(pool, 3);
    const [first = '', second = '', third] = ids;
    expect([await startNext(pool, 2), await startNext(pool, 2)]).toEqual([first, second]);
    const end = (jobId: string, ending: 'complete' | 'finishCancel') =>
      lifecycle.endAttempt(pool, ending, { jobId, number: 1 }, { delayMs: 0, keep: false });
    await end(first, 'complete');
    expect(await startNext(pool, 1)).toBeNull();
    await lifecycle.cancel(pool, ownerId, second, false);
    expect(await startNext(pool, 1)).toBeNull();
    await end(second, 'finishCancel');
    expect(await startNext(pool, 1)).toBe(third);
  });
});

describe('a job that waits for other jobs of its owner', () => {
  const test = databaseTest;

  test('gets an entry when one with the only entry is cancelled', async ({ database }) => {
    const pool = database.pool();
    const { ownerId, ids } = await createJobs(pool, 2);
    const [first = '', second = ''] = ids;
    await useUpEntries(pool);
    await restoreQueueEntries(pool, 0, oneEach);
    expect(await withEntry(pool, ids)).toEqual([first]);
    await cancelJob(pool, { ownerId, jobId: first, keepPartial: false, perUser: 1 });
    expect(await withEntry(pool, ids)).toEqual([second]);
  });

  test('gets one with the recovery of a dead worker, whose job was being cancelled', async ({ database }) => {
    const pool = database.pool();
    await registerWorker(pool, { id: workerId, poolId: 'pool-1', host: 'here', pid: 1, maxConcurrent: 1 });
    const { ownerId, ids } = await createJobs(pool, 2);
    const first = (await startNext(pool, 1)) ?? '';
    await lifecycle.cancel(pool, ownerId, first, false);
    await useUpEntries(pool);
    await unregisterWorker(pool, { workerId });
    await recoverJobs(pool, undefined, undefined, undefined, 1);
    expect(await withEntry(pool, ids)).toEqual(ids.filter((id) => id !== first));
  });

  test('gets one from recovery, if a worker without the limit ended the attempt, and none before', async ({
    database,
  }) => {
    const pool = database.pool();
    const { ids } = await createJobs(pool, 3);
    const [first = '', second] = ids;
    await startNext(pool, 1);
    await useUpEntries(pool);
    expect(await restoreQueueEntries(pool, 0, oneEach)).toBe(0);
    const done = { jobId: first, number: 1 };
    await lifecycle.endAttempt(pool, 'complete', done, { delayMs: 0, keep: false });
    expect(await restoreQueueEntries(pool, 0, oneEach)).toBe(1);
    expect(await withEntry(pool, ids)).toEqual([second]);
    expect(await startNext(pool, 1)).toBe(second);
  });
});

const limited = { MAX_CONCURRENT_JOBS_PER_USER: '1' };
const test = systemTest.extend<{
  /** Creates a job, and waits until no worker will start it: its entry is used up, and recovery adds none. */
  createHeld: (client: Client, instruction: string) => Promise<string>;
}>({
  createHeld: async ({ database }, use) => {
    const pool = database.pool();
    await use(async (client, instruction) => {
      const { id } = await create(client, { instruction });
      const jobId = decodeId('CanvasJob', id) ?? '';
      await pool.query("UPDATE canvas_job SET created_at = now() + interval '1 hour' WHERE id = $1", [jobId]);
      await vi.waitFor(async () => {
        const { rows } = await pool.query('SELECT 1 FROM graphile_worker.jobs WHERE key = $1', [
          entryKeyOf(jobId),
        ]);
        expect(rows).toEqual([]);
      }, 20_000);
      return id;
    });
  },
});

const isFor = (request: ModelRequest, instruction: string) =>
  JSON.stringify(request.body).includes(instruction);

const waitFields = `status waitReason queuePosition estimatedCompletionAt`;

describe('with a limit of one job a user', () => {
  test.override({ env: { ...limited, JWT_SECRET: secret } });

  test("one user's jobs run one after the other, and others' jobs start past them", async ({
    system,
    model,
    createHeld,
  }) => {
    const [ann, bob] = [await clientOf(system, 'ann'), await clientOf(system, 'bob')];
    const operator = await clientOf(system, 'operator', 'ops');
    await system.startWorker({ MAX_CONCURRENT_JOBS: '3' });
    await create(ann, { instruction: 'first of ann' });
    const first = await model.nextRequest();
    const second = await createHeld(ann, 'second of ann');
    const { id: other } = await create(bob, { instruction: 'only one of bob' });
    const request = await model.nextRequest();
    expect(isFor(request, 'only one of bob')).toBe(true);

    const { data } = await ann.send(`query ($id: ID!) { job(id: $id) { ${waitFields} } }`, { id: second });
    expect(data.job).toEqual({
      ...{ status: 'QUEUED', waitReason: 'USER_LIMIT', queuePosition: null, estimatedCompletionAt: null },
    });
    const { data: health } = await operator.send(
      '{ queueHealth { waiting waitingForOwnJobs oldestWaitMs depth { priority waitingForOwnJobs } } }',
    );
    expect(health.queueHealth).toMatchObject({ waiting: 0, waitingForOwnJobs: 1, oldestWaitMs: null });
    const metrics = await (await fetch(`${system.api.url}/metrics`)).text();
    expect(metrics).toContain('collabcanvas_queue_depth{priority="NORMAL",waits_for="user_limit"} 1\n');
    expect(metrics).toContain('collabcanvas_queue_depth{priority="NORMAL",waits_for="worker"} 0\n');
    expect(metrics).toContain('collabcanvas_queue_stalled_seconds 0\n');

    sendPlan(request, flowPlan(3));
    await history(bob, other);
    expect(model.requestCount).toBe(2);
    sendPlan(first, flowPlan(3));
    const next = await model.nextRequest();
    expect(isFor(next, 'second of ann')).toBe(true);
    sendPlan(next, flowPlan(3));
    expect((await history(ann, second)).at(-1)?.__typename).toBe('JobCompleted');
  });
});

describe('the next job of a user starts when an attempt at the one before', () => {
  test.override({ env: { ...limited, RETRY_FIRST_DELAY_MS: '600000' } });

  const endings: Record<string, (request: ModelRequest, client: Client, jobId: string) => unknown> = {
    completes: (request) => sendPlan(request, flowPlan(3)),
    fails: (request) => request.refuse(400),
    'is to be repeated later': (request) => request.refuse(500),
    'is cancelled': (_request, client, id) =>
      client.send('mutation ($id: ID!) { cancelJob(input: { jobId: $id }) { __typename } }', { id }),
  };

  test.for(Object.entries(endings))('%s', async ([_name, end], { system, model, createHeld }) => {
    await system.startWorker({ MAX_CONCURRENT_JOBS: '2' });
    const { id } = await create(system.client, { instruction: 'the first' });
    const first = await model.nextRequest();
    const second = await createHeld(system.client, 'the second');
    await end(first, system.client, id);
    const next = await model.nextRequest();
    expect(isFor(next, 'the second')).toBe(true);
    sendPlan(next, flowPlan(3));
    await history(system.client, second);
  });

  test('is released, and then that job', async ({ system, model, createHeld }) => {
    const stopping = await system.startWorker({ MAX_CONCURRENT_JOBS: '2' });
    const { id: first } = await create(system.client, { instruction: 'the first' });
    await model.nextRequest();
    const second = await createHeld(system.client, 'the second');
    model.respondToAll((request) => sendPlan(request, flowPlan(3)));
    await stopping.stop();
    await system.startWorker({ MAX_CONCURRENT_JOBS: '2' });
    for (const id of [first, second])
      expect((await history(system.client, id)).at(-1)?.__typename).toBe('JobCompleted');
  });
});
