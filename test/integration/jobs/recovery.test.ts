import type pg from 'pg';
import { describe, expect, vi } from 'vitest';
import { recoverJobs } from '../../../src/jobs/recovery/recoverJobs.ts';
import { releaseOrphanedLocks } from '../../../src/jobs/recovery/sql/releaseOrphanedLocks.ts';
import { unregisterWorker } from '../../../src/jobs/workers/sql/unregisterWorker.ts';
import { lockWorker, registerWorker } from '../../../src/jobs/workers/workerRegistry.ts';
import { findViolations } from '../../support/database/invariants.ts';
import {
  create,
  createUser,
  endAttempt,
  lose,
  retry,
  start,
  workerIds,
} from '../../support/lifecycle/lifecycle.ts';
import { test } from '../../support/setup/database.ts';

const [workerId = ''] = workerIds;
const worker = { id: workerId, poolId: 'pool-1', host: 'here', pid: 1, maxConcurrent: 1 };

describe('recovery', () => {
  test('queues the jobs again that a stopped worker had not finished', async ({ database }) => {
    const pool = database.pool();
    await registerWorker(pool, worker);
    const jobId = await create(pool, await createUser(pool), null);
    await start(pool, workerId);
    await unregisterWorker(pool, { workerId });

    expect(await recoverJobs(pool)).toEqual([workerId]);
    const { rows } = await pool.query('SELECT status, attempt FROM canvas_job WHERE id = $1', [jobId]);
    expect(rows).toEqual([{ status: 'QUEUED', attempt: 1 }]);
    expect(await findViolations(pool)).toEqual([]);
    expect(await recoverJobs(pool)).toEqual([]);
  });

  test('does not touch a worker that is alive', async ({ database }) => {
    const pool = database.pool();
    await registerWorker(pool, worker);
    await create(pool, await createUser(pool), null);
    await start(pool, workerId);
    expect(await recoverJobs(pool)).toEqual([]);
  });

  describe('finds a worker without a lock that has been silent for two seconds', () => {
    const longerThanThisServerRuns = 3_600_000;
    const silence = "UPDATE worker SET heartbeat_at = now() - interval '2.1 seconds'";

    test('dead when it has had its lock since PostgreSQL started', async ({ database }) => {
      const pool = database.pool();
      const lockKey = await registerWorker(pool, worker);
      const session = await pool.connect();
      await lockWorker(session, workerId, lockKey);
      await pool.query(silence);
      expect(await recoverJobs(pool, longerThanThisServerRuns)).toEqual([]);
      session.release(true);
      await vi.waitFor(async () => {
        expect(await recoverJobs(pool, longerThanThisServerRuns)).toEqual([workerId]);
      }, 20_000);
    });

    test('dead by its age alone, and tells for how long it was silent', async ({ database }) => {
      const pool = database.pool();
      await registerWorker(pool, worker);
      const jobId = await create(pool, await createUser(pool), null);
      await start(pool, workerId);
      await pool.query("UPDATE worker SET heartbeat_at = now() - interval '16 seconds'");
      const lost = vi.fn();
      expect(await recoverJobs(pool, undefined, undefined, lost)).toEqual([workerId]);
      expect(lost.mock.calls).toEqual([[{ jobId, number: 1 }, expect.any(Number)]]);
      expect(lost.mock.calls[0]?.[1]).toBeGreaterThanOrEqual(16_000);
    });

    test('not dead before it had time to reconnect after a restart of PostgreSQL', async ({ database }) => {
      const pool = database.pool();
      await registerWorker(pool, worker);
      await pool.query(silence);
      await pool.query("UPDATE worker SET locked_at = pg_postmaster_start_time() - interval '1 second'");
      expect(await recoverJobs(pool, longerThanThisServerRuns)).toEqual([]);
      expect(await recoverJobs(pool, 0)).toEqual([workerId]);
    });
  });
});

describe('a job that loses its workers', () => {
  const ends = ['lost', 'released', 'failed'] as const;
  type End = (typeof ends)[number];
  const options = { delayMs: 0, keep: false };

  /** Starts one attempt after the other, and ends each as asked. */
  async function run(pool: pg.Pool, jobId: string, attempts: readonly End[]): Promise<void> {
    for (const end of attempts) {
      const job = await start(pool, workerId);
      const attempt = { jobId, number: job?.attempt ?? 0 };
      if (end === 'lost') await lose(pool, workerId);
      else await endAttempt(pool, end === 'released' ? 'release' : 'scheduleRetry', attempt, options);
    }
  }

  const stateOf = async (pool: pg.Pool, jobId: string) => {
    const { rows } = await pool.query('SELECT status, error_code FROM canvas_job WHERE id = $1', [jobId]);
    return rows[0];
  };
  const waiting = { status: 'QUEUED', error_code: null };
  const lost = { status: 'FAILED', error_code: 'WORKER_LOST' };

  test.for<[End[], object]>([
    [['lost', 'lost'], waiting],
    [['lost', 'lost', 'lost'], lost],
    [['lost', 'released', 'lost', 'released', 'lost'], lost],
    [['lost', 'lost', 'failed', 'lost'], waiting],
  ])('and whose attempts were %j is %o', async ([attempts, expected], { database }) => {
    const pool = database.pool();
    await registerWorker(pool, worker);
    const jobId = await create(pool, await createUser(pool), null);
    await run(pool, jobId, attempts);
    expect(await stateOf(pool, jobId)).toEqual(expected);
    expect(await findViolations(pool)).toEqual([]);
  });

  test('starts counting again when its owner retries it', async ({ database }) => {
    const pool = database.pool();
    await registerWorker(pool, worker);
    const ownerId = await createUser(pool);
    const jobId = await create(pool, ownerId, null);
    await run(pool, jobId, ['lost', 'lost', 'lost']);
    await retry(pool, ownerId, jobId);
    await run(pool, jobId, ['lost', 'lost']);
    expect(await stateOf(pool, jobId)).toEqual(waiting);
    await run(pool, jobId, ['lost']);
    expect(await stateOf(pool, jobId)).toEqual(lost);
  });
});

describe('a Graphile job', () => {
  const lockAll = "UPDATE graphile_worker._private_jobs SET locked_by = 'pool-1', locked_at = now()";
  const locked = 'SELECT locked_by FROM graphile_worker.jobs';

  test('is unlocked when a process locked it and died before it was registered as a worker', async ({
    database,
  }) => {
    const pool = database.pool();
    await create(pool, await createUser(pool), null);
    await pool.query(lockAll);
    expect(await releaseOrphanedLocks(pool, { olderThanMs: 60_000 })).toBeUndefined();
    expect(await releaseOrphanedLocks(pool, { olderThanMs: 0 })).toMatchObject({ released: 1 });
    expect((await pool.query(locked)).rows).toEqual([{ locked_by: null }]);
    expect(await releaseOrphanedLocks(pool, { olderThanMs: 0 })).toBeUndefined();
  });

  test('stays locked by a worker until the worker has stopped', async ({ database }) => {
    const pool = database.pool();
    await registerWorker(pool, worker);
    await create(pool, await createUser(pool), null);
    await pool.query(lockAll);
    expect(await releaseOrphanedLocks(pool, { olderThanMs: 0 })).toBeUndefined();
    await unregisterWorker(pool, { workerId });
    expect(await releaseOrphanedLocks(pool, { olderThanMs: 0 })).toMatchObject({ released: 1 });
  });
});
