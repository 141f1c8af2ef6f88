import { v7 as uuid } from 'uuid';
import { expect, vi } from 'vitest';
import { decodeId, encodeId } from '../../../src/api/graphql/ids.ts';
import { startNextAttempt } from '../../../src/jobs/attempts/startNextAttempt.ts';
import { create, history, readJob, until } from '../../support/jobs.ts';
import { flowPlan, piecesOf } from '../../support/model/plans.ts';
import { test as systemTest } from '../../support/system.ts';

/** The clock of the processes is off; PostgreSQL's, a process of its own, is right. */
const test = systemTest.extend<{ setClock: (offMs: number) => void }>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern which fixtures this one needs
  setClock: async ({}, use) => {
    const rightNow = Date.now();
    await use(
      (offMs) => void vi.useFakeTimers({ toFake: ['Date'], now: rightNow + offMs, shouldAdvanceTime: true }),
    );
    vi.useRealTimers();
  },
});

const hourMs = 3_600_000;
const minuteMs = 60_000;

test.for([
  ['two hours ahead', 2 * hourMs],
  ['two hours behind', -2 * hourMs],
  ['a year ahead', 365 * 24 * hourMs],
] as const)(
  'services whose clock is %s go by the clock of the database',
  async ([, offMs], { setClock, system, model, database }) => {
    setClock(offMs);
    const { client } = system;
    await system.startWorker({ RETRY_FIRST_DELAY_MS: String(10 * minuteMs), MAX_CONCURRENT_JOBS: '1' });
    const done = [];
    for (const instruction of ['first', 'second']) {
      const { id } = await create(client, { instruction });
      const request = await model.nextRequest();
      for (const piece of piecesOf(flowPlan(5))) request.sendText(piece);
      request.complete();
      await history(client, id);
      done.unshift(id);
    }
    const hit = await create(client, { instruction: 'first' });
    expect(await readJob(client, hit.id)).toMatchObject({ status: 'COMPLETED', cacheHit: true });
    done.unshift(hit.id);

    const waiting = await create(client, { instruction: 'is to be tried again' });
    (await model.nextRequest()).refuse(500);
    await until(client, waiting.id, 'JobRetryScheduled');
    const running = await create(client, { instruction: 'takes its time' });
    await model.nextRequest();

    const pool = database.pool();
    const [longAgo = ''] = done.slice(-1);
    await pool.query(
      "UPDATE canvas_job SET finished_at = finished_at - interval '90 minutes' WHERE id = $1",
      [decodeId('CanvasJob', longAgo)],
    );
    // A job that takes longer than usual has no estimate: attempts of 10 minutes make sure of one.
    await pool.query(
      "UPDATE job_attempt SET started_at = started_at - interval '10 minutes' WHERE outcome = 'SUCCEEDED'",
    );

    const { data } = await client.send(
      `query ($waiting: ID!, $running: ID!) {
      jobs(filter: { finishedWithin: LAST_HOUR }) { totalCount edges { node { id } } }
      all: jobs { edges { node { id } } }
      jobStats { completed created buckets { completed } }
      system { workersAlive } workers { alive } queueHealth { waiting waitingForRetry capacity }
      retry: job(id: $waiting) { waitReason nextAttemptAt }
      running: job(id: $running) { estimatedCompletionAt createdAt }
    }`,
      { waiting: waiting.id, running: running.id },
    );
    const idsOf = ({ edges }: { edges: { node: { id: string } }[] }) => edges.map(({ node }) => node.id);
    expect(data.jobs.totalCount).toBe(2);
    expect(idsOf(data.jobs)).toEqual(done.slice(0, -1));
    expect(idsOf(data.all)).toEqual([running.id, waiting.id, ...done]);
    expect(data.jobStats).toMatchObject({ completed: 3, created: 5 });
    expect(data.system.workersAlive).toBe(1);
    expect(data.workers).toEqual([{ alive: true }]);
    expect(data.queueHealth).toEqual({ waiting: 0, waitingForRetry: 1, capacity: 1 });
    expect(data.retry.waitReason).toBe('RETRY');
    const { rows } = await pool.query(
      "SELECT $1::timestamptz - now() BETWEEN '5 minutes' AND '10 minutes' AS soon",
      [data.retry.nextAttemptAt],
    );
    expect(rows).toEqual([{ soon: true }]);
    const estimate = await pool.query(
      "SELECT $1::timestamptz - $2::timestamptz < '1 hour'::interval AS near",
      [data.running.estimatedCompletionAt, data.running.createdAt],
    );
    expect(estimate.rows).toEqual([{ near: true }]);
  },
);

test('jobs start in the order of their creation, whatever the clock of the process that accepted them', async ({
  system,
  database,
}) => {
  const pool = database.pool();
  const ids: string[] = [];
  for (const offMs of [2 * hourMs, 0, -2 * hourMs]) {
    const { id } = await create(system.client, { instruction: `off by ${offMs}` });
    // The id that a process makes whose clock is off by that.
    const made = uuid({ msecs: Date.now() + offMs });
    await pool.query('UPDATE canvas_job SET id = $2 WHERE id = $1', [decodeId('CanvasJob', id), made]);
    ids.push(made);
  }
  const { data } = await system.client.send('{ jobs { edges { node { id queuePosition } } } }');
  const inOrder = ids.map((id, index) => ({
    node: { id: encodeId('CanvasJob', id), queuePosition: index + 1 },
  }));
  expect(data.jobs.edges).toEqual(inOrder.toReversed());
  const starter = { workerId: uuid(), planner: 'sketcher', model: null, timeLimitMs: minuteMs };
  const started = [];
  for (const _ of ids) {
    started.push((await startNextAttempt(pool, starter, { LOW: 0, NORMAL: 1, HIGH: 2, URGENT: 3 }))?.id);
  }
  expect(started).toEqual(ids);
});
