import { Registry } from 'prom-client';
import { v7 as uuid } from 'uuid';
import { expect } from 'vitest';
import { readConfig } from '../../../src/config.ts';
import { startEventHub } from '../../../src/events/listener/hub.ts';
import { runNextJobTask } from '../../../src/jobs/queue/queueEntries.ts';
import { createLogger } from '../../../src/log.ts';
import { createAttemptMetrics } from '../../../worker/attempt/state/attemptMetrics.ts';
import { startJobRunner } from '../../../worker/jobRunner.ts';
import { createSketcher } from '../../../worker/planners/sketcher/sketcher.ts';
import { createCleanUpMetrics } from '../../../worker/tasks/cleanUpMetrics.ts';
import { create, history, readJob } from '../../support/jobs.ts';
import { flowPlan, piecesOf } from '../../support/model/plans.ts';
import { test } from '../../support/system.ts';

const pieces = piecesOf(flowPlan(5));

test('a worker that cannot take jobs any more ends, and releases its attempts', async ({
  system,
  model,
  database,
}) => {
  const pool = database.pool();
  const crippled = await system.startWorker({ MAX_CONCURRENT_JOBS: '2' });
  const ended = expect(crippled.service.ended).rejects.toThrow('Graphile Worker has stopped unexpectedly');
  const running = await create(system.client, { instruction: 'takes long' });
  const request = await model.nextRequest();
  request.sendText(pieces.slice(0, 3).join(''));

  // Graphile gives up when it can't complete a job.
  await pool.query(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE ''no''; END'`);
  await pool.query(
    'CREATE TRIGGER refuse BEFORE DELETE ON graphile_worker._private_jobs FOR EACH ROW EXECUTE FUNCTION refuse()',
  );
  const quick = await create(system.client, { instruction: 'is over soon' });
  const other = await model.nextRequest();
  other.sendText(pieces.join(''));
  other.complete();
  await history(system.client, quick.id);
  await ended;
  await pool.query('DROP TRIGGER refuse ON graphile_worker._private_jobs');
  await crippled.stop();
  await request.closed;
  expect(await readJob(system.client, running.id)).toMatchObject({ status: 'QUEUED', attempt: 1 });

  await system.startWorker();
  const again = await model.nextRequest();
  again.sendText(pieces.join(''));
  again.complete();
  await history(system.client, running.id);
  expect(await readJob(system.client, running.id)).toMatchObject({ status: 'COMPLETED', attempt: 2 });
});

test('a stopping worker queues a job again that it has just taken', async ({ system, database }) => {
  const { pool } = system.api.services.database;
  const log = createLogger('worker', 'silent');
  const hub = startEventHub({ url: database.url, pool, log });
  const never = new AbortController().signal;
  const context = {
    ...{ pool, hub, log, workerId: uuid(), planner: createSketcher(), config: readConfig({}) },
    ...{ running: new Set<string>(), metrics: createAttemptMetrics(new Registry()) },
    ...{ releaseSignal: never, shutdownSignal: never },
  };
  const mayStart = Promise.withResolvers<void>();
  const runner = await startJobRunner({
    ...{ context, mayStart: mayStart.promise, log },
    cleanUpMetrics: createCleanUpMetrics(new Registry()),
  });
  const { id } = await create(system.client, { instruction: 'during its shutdown' });
  // Beside the clean-up, which is always due at some time.
  const locks = () =>
    pool.query(
      'SELECT locked_at IS NOT NULL AS locked FROM graphile_worker.jobs WHERE task_identifier = $1',
      [runNextJobTask],
    );
  await expect.poll(async () => (await locks()).rows).toEqual([{ locked: true }]);

  const stopped = runner.stop();
  mayStart.resolve();
  await stopped;
  await hub.close();
  expect(await readJob(system.client, id)).toMatchObject({ status: 'QUEUED', attempt: 0 });
  expect((await locks()).rows).toEqual([{ locked: false }]);
});
