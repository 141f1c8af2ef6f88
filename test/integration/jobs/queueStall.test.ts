import { EventEmitter } from 'node:events';
import { expect } from 'vitest';
import { registerWorker } from '../../../src/jobs/workers/workerRegistry.ts';
import { watchFetching } from '../../../worker/fetchWatch.ts';
import { create, history } from '../../support/jobs.ts';
import { type System, test } from '../../support/system.ts';

/** What the API's `/ready` and `/metrics` report of the queue. */
async function report({ api }: System) {
  const ready = await fetch(`${api.url}/ready`);
  const { checks, warnings } = (await ready.json()) as { checks: Record<string, string>; warnings: string[] };
  const metrics = await (await fetch(`${api.url}/metrics`)).text();
  const seconds = Number(/^collabcanvas_queue_stalled_seconds (\S+)$/m.exec(metrics)?.[1]);
  return { status: ready.status, queue: checks.queue, workers: checks.workers, warnings, seconds };
}

const agedEntries = "UPDATE graphile_worker._private_jobs SET run_at = now() - interval '20 seconds'";
const free = { id: crypto.randomUUID(), poolId: 'pool-1', host: 'here', pid: 1, maxConcurrent: 1 };

test('the API reports that jobs wait and none is started, and why', async ({ system, database }) => {
  const pool = database.pool();
  const { id } = await create(system.client, { instruction: 'Flow: One, Two' });
  const workers = 'none is alive: jobs are accepted, and wait';
  const warned = { status: 200, queue: 'ok', workers, warnings: ['workers'], seconds: 0 };
  expect(await report(system)).toEqual(warned);

  await pool.query(agedEntries);
  const alone = await report(system);
  expect(alone).toMatchObject({ status: 200, queue: expect.stringContaining('no worker is alive') });
  expect(alone.warnings).toEqual(['queue', 'workers']);
  expect(alone.seconds).toBeGreaterThanOrEqual(20);

  await registerWorker(pool, free);
  expect((await report(system)).queue).toContain('the workers have free slots but take no jobs');

  await system.client.send('mutation { pauseQueue(input: {}) { __typename } }');
  expect((await report(system)).queue).toMatch(/^paused since 2.*Z: no job is started$/);
  await system.client.send('mutation { resumeQueue { __typename } }');

  await system.startWorker({ OPENAI_BASE_URL: '' });
  expect((await history(system.client, id)).at(-1)?.__typename).toBe('JobCompleted');
  expect(await report(system)).toEqual({ ...warned, workers: 'ok', warnings: [] });
});

test('/ready warns of jobs that wait for long, while busy workers start others', async ({
  system,
  database,
}) => {
  const pool = database.pool();
  await create(system.client, { instruction: 'Flow: One, Two' });
  await registerWorker(pool, free);
  await pool.query("UPDATE graphile_worker._private_jobs SET run_at = now() - interval '10 minutes'");
  await pool.query('INSERT INTO turn (owner_id, level, served_at) SELECT id, 0, now() FROM app_user LIMIT 1');
  expect((await report(system)).queue).toMatch(/^jobs wait for a worker, the oldest for 60\d s$/);
});

test('a worker detects that it fetches nothing, unless all its slots are in use', async ({
  system,
  database,
}) => {
  const pool = database.pool();
  const events = new EventEmitter();
  const atOnce = watchFetching(events, 1, 0);
  const later = watchFetching(events, 1);
  expect(await atOnce.stalledMs(pool)).toBeNull();
  await create(system.client, { instruction: 'draw' });
  await pool.query(agedEntries);
  expect(await atOnce.stalledMs(pool)).toBeGreaterThan(0);
  // It has only just started.
  expect(await later.stalledMs(pool)).toBeNull();
  events.emit('job:start', {});
  expect(await atOnce.stalledMs(pool)).toBeNull();
  events.emit('job:complete', {});
  expect(await atOnce.stalledMs(pool)).not.toBeNull();
});
