import { describe, expect } from 'vitest';
import { create, history, readJob, sequencesOf, typesOf, until, upTo } from '../../support/jobs.ts';
import type { ModelRequest, ModelServer } from '../../support/model/modelServer.ts';
import { flowPlan, piecesOf } from '../../support/model/plans.ts';
import { startWorkerProcess, type WorkerProcess } from '../../support/processes/workerProcess.ts';
import { test as systemTest } from '../../support/system.ts';

/** Tests with worker processes, none of which outlives its test. */
const test = systemTest.extend<{ startProcess: (env?: Record<string, string>) => Promise<WorkerProcess> }>({
  startProcess: async ({ database, model }, use) => {
    const started: WorkerProcess[] = [];
    await use(async (env = {}) => {
      const worker = await startWorkerProcess({
        DATABASE_URL: database.url,
        OPENAI_BASE_URL: model.baseUrl,
        SHUTDOWN_GRACE_MS: '300',
        ...env,
      });
      started.push(worker);
      return worker;
    });
    for (const worker of started) worker.signal('SIGKILL');
    await Promise.all(started.map(({ exited }) => exited));
  },
});

const pieces = piecesOf(flowPlan(9));

function finish(request: ModelRequest) {
  request.sendText(pieces.join(''));
  request.complete();
}

/** A request in the middle of its answer, three objects in. */
async function midStream(model: ModelServer): Promise<ModelRequest> {
  const request = await model.nextRequest();
  request.sendText(pieces.slice(0, 4).join(''));
  return request;
}

describe('a worker that dies', () => {
  test('loses its attempt when it is killed; another worker takes over, and the log has no gap', async ({
    system,
    model,
    startProcess,
  }) => {
    const killed = await startProcess();
    const { id } = await create(system.client, { instruction: 'survive' });
    await midStream(model);
    await until(system.client, id, 'ObjectsGenerated');
    await startProcess();
    killed.signal('SIGKILL');
    finish(await model.nextRequest());

    const events = await history(system.client, id);
    expect(sequencesOf(events)).toEqual(upTo(events.length));
    expect(typesOf(events)).toContain('JobAttemptLost');
    const job = await readJob(system.client, id);
    expect(job).toMatchObject({ status: 'COMPLETED', attempt: 2, maxAttempts: 5 });
    expect(job.attempts.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['LOST', 'COMPLETED']);
    expect(job.canvas.objects).toHaveLength(9);
  });

  test('while it ran a leader has one duplicate take over, and all complete', async ({
    system,
    model,
    startProcess,
  }) => {
    const doomed = await startProcess();
    const jobs = [await create(system.client, { instruction: 'the same' })];
    await midStream(model);
    for (const _duplicate of [1, 2]) jobs.push(await create(system.client, { instruction: 'the same' }));
    await startProcess();
    doomed.signal('SIGKILL');
    finish(await model.nextRequest());
    for (const { id } of jobs) {
      expect((await history(system.client, id)).at(-1)).toMatchObject({
        __typename: 'JobCompleted',
        objectCount: 9,
      });
    }
    expect(model.requestCount).toBe(2);
  });

  test('does not keep a job from being cancelled that it was asked to cancel', async ({
    system,
    model,
    startProcess,
  }) => {
    const killed = await startProcess();
    const { id } = await create(system.client, { instruction: 'leave it' });
    await midStream(model);
    await until(system.client, id, 'ObjectsGenerated');
    killed.signal('SIGSTOP');
    await system.client.send('mutation ($id: ID!) { cancelJob(input: { jobId: $id }) { __typename } }', {
      id,
    });
    killed.signal('SIGKILL');
    expect((await history(system.client, id)).at(-1)?.__typename).toBe('JobCancelled');
    expect(await readJob(system.client, id)).toMatchObject({ status: 'CANCELLED', canvas: { objects: [] } });
  });

  test('ends the job when three workers in a row died while running it', async ({
    system,
    model,
    startProcess,
  }) => {
    const { id } = await create(system.client, { instruction: 'poison' });
    for (const _round of [1, 2, 3]) {
      const killed = await startProcess();
      await model.nextRequest();
      killed.signal('SIGKILL');
      await killed.exited;
    }
    expect((await history(system.client, id)).at(-1)).toMatchObject({
      __typename: 'JobFailed',
      error: { code: 'WORKER_LOST' },
    });
    expect(await readJob(system.client, id)).toMatchObject({ status: 'FAILED', attempt: 3 });
  });
});

describe('a worker that was declared dead while it was stopped', () => {
  test('writes nothing to the job that another worker runs now, and ends', async ({
    system,
    model,
    database,
    startProcess,
  }) => {
    const paused = await startProcess();
    const { id } = await create(system.client, { instruction: 'a paused worker' });
    const first = await midStream(model);
    await until(system.client, id, 'ObjectsGenerated');
    paused.signal('SIGSTOP');
    // As if its heartbeat had been missing for longer than the limit of 15 s.
    const pool = database.pool();
    const { rows } = await pool.query<{ id: string }>(
      "UPDATE worker SET heartbeat_at = now() - interval '20 seconds' RETURNING id",
    );
    await until(system.client, id, 'JobAttemptLost');
    await startProcess();
    const second = await model.nextRequest();

    // Its heartbeat waits for this lock: the attempt ends before the worker can find out that it was declared dead.
    const blocker = await pool.connect();
    await blocker.query('BEGIN');
    await blocker.query('SELECT FROM worker WHERE id = $1 FOR UPDATE', [rows[0]?.id]);
    first.sendText(pieces.slice(4).join(''));
    first.complete();
    paused.signal('SIGCONT');
    await paused.untilLogged('attempt ended');
    await blocker.query('COMMIT');
    blocker.release();
    expect(await paused.exited).toBe(1);
    finish(second);

    const events = await history(system.client, id);
    expect(sequencesOf(events)).toEqual(upTo(events.length));
    const lost = events.findIndex(({ __typename }) => __typename === 'JobAttemptLost');
    expect(new Set(events.slice(lost + 1).map(({ attempt }) => attempt))).toEqual(new Set([2]));
    expect(await readJob(system.client, id)).toMatchObject({
      status: 'COMPLETED',
      canvas: { versionNumber: 1, objectCount: 9 },
    });
  });
});

describe('a worker that is stopped', () => {
  test('finishes running jobs within its grace period', async ({ system, model, startProcess }) => {
    const worker = await startProcess({ SHUTDOWN_GRACE_MS: '60000' });
    const { id } = await create(system.client, { instruction: 'nearly there' });
    const request = await midStream(model);
    await until(system.client, id, 'ObjectsGenerated');
    worker.signal('SIGTERM');
    request.sendText(pieces.slice(4).join(''));
    request.complete();
    expect(await worker.exited).toBe(0);
    expect(await readJob(system.client, id)).toMatchObject({ status: 'COMPLETED', attempt: 1 });
  });

  test('releases its other attempts without counting them, unlocks everything, and stops at once on a second signal', async ({
    system,
    model,
    database,
    startProcess,
  }) => {
    const worker = await startProcess({ SHUTDOWN_GRACE_MS: '60000' });
    const { id } = await create(system.client, { instruction: 'take over' });
    const request = await midStream(model);
    await until(system.client, id, 'ObjectsGenerated');
    worker.signal('SIGTERM');
    worker.signal('SIGINT');
    await request.closed;
    expect(await worker.exited).toBe(0);
    const { rows } = await database
      .pool()
      .query('SELECT count(*)::int AS locked FROM graphile_worker.jobs WHERE locked_at IS NOT NULL');
    expect(rows).toEqual([{ locked: 0 }]);
    expect(await readJob(system.client, id)).toMatchObject({ status: 'QUEUED', attempt: 1, maxAttempts: 5 });

    await startProcess();
    finish(await model.nextRequest());
    await history(system.client, id);
    const { attempts, status } = await readJob(system.client, id);
    expect(status).toBe('COMPLETED');
    expect(attempts.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['RELEASED', 'COMPLETED']);
  });
});
