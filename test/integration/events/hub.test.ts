import { Writable } from 'node:stream';
import type pg from 'pg';
import { pino } from 'pino';
import { describe, expect } from 'vitest';
import { topics } from '../../../src/events/listener/channels.ts';
import { type EventHub, type HubPace, startEventHub } from '../../../src/events/listener/hub.ts';
import type { JobChange } from '../../../src/events/listener/sql/jobChange.ts';
import { append, create, createUser, start, workerIds } from '../../support/lifecycle/lifecycle.ts';
import { startTransactionPooler } from '../../support/processes/transactionPooler.ts';
import { test as databaseTest } from '../../support/setup/database.ts';

/** Nothing happens by itself in a test's time. */
const never: HubPace = {
  slowPollMs: 600_000,
  pollMs: 600_000,
  probeMs: 600_000,
  notReceivingRetryMs: 600_000,
};

type Job = { id: string; ownerId: string; canvasId: string };

type Setup = {
  pool: pg.Pool;
  job: Job;
  /** Starts a hub. `log` gets what it has to say. */
  startHub(options?: { url?: string; pace?: Partial<HubPace>; log?: string[] }): EventHub;
};

const test = databaseTest.extend<Setup>({
  pool: async ({ database }, use) => use(database.pool()),
  job: async ({ pool }, use) => {
    const ownerId = await createUser(pool);
    const id = await create(pool, ownerId, null);
    const { rows } = await pool.query('SELECT canvas_id FROM canvas_job WHERE id = $1', [id]);
    await use({ id, ownerId, canvasId: rows[0].canvas_id });
  },
  startHub: async ({ database, pool }, use) => {
    const hubs: EventHub[] = [];
    await use(({ url = database.url, pace = {}, log = [] } = {}) => {
      const sink = new Writable({
        write(line, _encoding, done) {
          log.push(JSON.parse(String(line)).msg);
          done();
        },
      });
      const hub = startEventHub({ url, pool, log: pino(sink), pace: { ...never, ...pace } });
      hubs.push(hub);
      return hub;
    });
    await Promise.all(hubs.map((hub) => hub.close()));
  },
});

const untilListening = (hub: EventHub) =>
  expect.poll(() => hub.status, { timeout: 10_000 }).toBe('listening');

/** All that a topic is woken with, and the first of it that is as expected. */
function countWakeUps(hub: EventHub, topic: string) {
  const heard: (JobChange | null)[] = [];
  let onHeard = () => {};
  hub.subscribe(topic, (change) => {
    heard.push(change);
    onHeard();
  });
  const until = (matches: (change: JobChange | null) => boolean) =>
    new Promise<void>((resolve) => {
      onHeard = () => {
        if (heard.some(matches)) resolve();
      };
      onHeard();
    });
  return { heard, until, untilSeq: (seq: number) => until((change) => change?.lastSeq === seq) };
}

/** An event of which nobody is notified. */
const appendSilently = (pool: pg.Pool, jobId: string) =>
  pool.query(
    `WITH job AS (UPDATE canvas_job SET last_seq = last_seq + 1 WHERE id = $1 RETURNING *)
     INSERT INTO job_event (job_id, seq, type, attempt, payload, at)
     SELECT id, last_seq, 'JobAttemptLost', attempt, '{}', clock_timestamp() FROM job`,
    [jobId],
  );

const cutListener = (pool: pg.Pool) =>
  pool.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE application_name = 'collabcanvas-hub' AND datname = current_database()`,
  );

describe('the hub', () => {
  test('wakes the subscribers of a job and of its owner, with the last sequence of its log', async ({
    pool,
    job,
    startHub,
  }) => {
    const hub = startHub();
    await untilListening(hub);
    const [ofJob, ofOwner] = [
      countWakeUps(hub, topics.job(job.id)),
      countWakeUps(hub, topics.owner(job.ownerId)),
    ];
    const ofOther = countWakeUps(hub, topics.job(job.canvasId));
    await start(pool, workerIds[0] ?? '');
    await append(pool, { jobId: job.id, number: 1 }, 3);
    const change = { jobId: job.id, ownerId: job.ownerId, canvasId: job.canvasId, lastSeq: 4 };
    await Promise.all([ofJob.untilSeq(4), ofOwner.untilSeq(4)]);
    // Notifications of the creation may arrive late, and close ones are sent as one.
    const all = [1, 3, 4].map((lastSeq) => ({ ...change, lastSeq }));
    for (const { heard } of [ofJob, ofOwner]) {
      expect(heard.at(-1)).toEqual(change);
      expect(all.filter((each) => heard.some((one) => one?.lastSeq === each.lastSeq))).toEqual(heard);
    }
    expect(ofOther.heard).toEqual([]);
  });

  test('finds changes without a notification by its slow poll, and wakes the subscribers of an owner once', async ({
    pool,
    job,
    startHub,
  }) => {
    const hub = startHub({ pace: { slowPollMs: 20 } });
    await untilListening(hub);
    const [ofJob, ofOwner] = [
      countWakeUps(hub, topics.job(job.id)),
      countWakeUps(hub, topics.owner(job.ownerId)),
    ];
    await appendSilently(pool, job.id);
    await Promise.all([ofJob.untilSeq(2), ofOwner.untilSeq(2)]);
    await appendSilently(pool, job.id);
    await ofOwner.untilSeq(3);
    expect(ofOwner.heard.map((change) => change?.lastSeq).filter((seq) => seq === 2)).toHaveLength(1);
  });

  test('wakes the subscribers of a removed job', async ({ pool, job, startHub }) => {
    const hub = startHub({ pace: { slowPollMs: 20 } });
    await untilListening(hub);
    const ofJob = countWakeUps(hub, topics.job(job.id));
    await pool.query('DELETE FROM canvas_job');
    await ofJob.until((change) => change === null);
  });

  test('reconnects when its connection is cut, and finds missed changes', async ({ pool, job, startHub }) => {
    const log: string[] = [];
    const hub = startHub({ log });
    await untilListening(hub);
    const [ofJob, ofOwner] = [
      countWakeUps(hub, topics.job(job.id)),
      countWakeUps(hub, topics.owner(job.ownerId)),
    ];
    const ofCancel = countWakeUps(hub, topics.cancel(job.id));
    await appendSilently(pool, job.id);
    await cutListener(pool);
    await Promise.all([ofJob.untilSeq(2), ofOwner.untilSeq(2), ofCancel.until((change) => change === null)]);
    await untilListening(hub);
    expect(log).toEqual(['notifications are interrupted; reconnecting', 'listening for notifications again']);
    await start(pool, workerIds[0] ?? '');
    await ofJob.untilSeq(4);
  });

  test('behind a pooler in transaction mode reports that it receives nothing, and polls', async ({
    database,
    pool,
    job,
    startHub,
  }) => {
    const pooler = await startTransactionPooler(database.url);
    const log: string[] = [];
    const hub = startHub({ url: pooler.url, pace: { pollMs: 20, notReceivingRetryMs: 50 }, log });
    await expect.poll(() => hub.status, { timeout: 10_000 }).toBe('not_receiving');
    expect(log).toEqual([expect.stringContaining('a connection pooler in transaction mode drops them')]);
    const [ofJob, ofOwner] = [
      countWakeUps(hub, topics.job(job.id)),
      countWakeUps(hub, topics.owner(job.ownerId)),
    ];
    await start(pool, workerIds[0] ?? '');
    await Promise.all([ofJob.untilSeq(3), ofOwner.untilSeq(3)]);

    pooler.useSessionMode();
    await untilListening(hub);
    expect(log).toHaveLength(2);
    await hub.close();
    await pooler.stop();
  });

  test('counts its subscribers, and ends with all its connections', async ({ job, startHub }) => {
    const hub = startHub();
    await untilListening(hub);
    const leave = [topics.job(job.id), topics.owner(job.ownerId)].map((topic) =>
      hub.subscribe(topic, () => {}),
    );
    expect(hub.subscriberCount).toBe(2);
    for (const go of leave) go();
    expect(hub.subscriberCount).toBe(0);
    await hub.close();
  });
});
