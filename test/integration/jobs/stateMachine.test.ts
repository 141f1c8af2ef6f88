import fc from 'fast-check';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { transitions } from '../../../src/jobs/transitions.ts';
import { findViolations } from '../../support/database/invariants.ts';
import { createUser, limits } from '../../support/lifecycle/lifecycle.ts';
import {
  type Command,
  command,
  type Effects,
  isAccepted,
  type Job,
  stepOf,
} from '../../support/lifecycle/lifecycleCommands.ts';
import { createTestDatabase, type TestDatabase } from '../../support/setup/database.ts';

/**
 * Random sequences of commands against the database, without a worker. Each command either takes its job along a
 * legal transition or changes nothing at all, and what must be true of logs, attempts and canvases is true after
 * every step. CHAOS_RUNS sets the number of sequences.
 */

const numRuns = inject('chaosRuns');

let database: TestDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = database.pool({ max: 8 });
});
afterAll(() => database.drop());

/** Two users, and no jobs. */
async function setUp(): Promise<string[]> {
  await pool.query('DELETE FROM app_user');
  await pool.query('DELETE FROM graphile_worker._private_jobs');
  return [await createUser(pool), await createUser(pool)];
}

async function readJobs(): Promise<Job[]> {
  const { rows } = await pool.query<Job>(
    `SELECT job.id, job.owner_id, job.status, job.attempt, job.last_seq, job.idempotency_key, attempt.worker_id,
            next_attempt_at IS NULL OR next_attempt_at <= now() AS due,
            next_attempt_at IS NOT NULL AS waits_for_retry,
            (SELECT count(*)::int FROM canvas_version WHERE job_id = job.id) AS versions
     FROM canvas_job job LEFT JOIN job_attempt attempt ON attempt.job_id = job.id AND attempt.outcome IS NULL
     ORDER BY job.id`,
  );
  return rows;
}

/** Each job has gone the way that was expected of it, or has not changed at all. */
function expectEffects(before: Job[], after: Job[], effects: Effects): void {
  for (const job of before) {
    const now = after.find(({ id }) => id === job.id);
    const effect = effects.get(job.id);
    if (now === undefined || effect === undefined) {
      expect(now).toEqual({ ...job, due: now?.due });
      continue;
    }
    expect(now.last_seq).toBeGreaterThan(job.last_seq);
    if (effect === 'append') expect(now.status).toBe(job.status);
    // The third attempt that is lost in a row ends the job instead of giving it back.
    else if (effect === 'release' && now.status === 'FAILED') continue;
    else expect([effect, job.status, now.status]).toEqual([effect, job.status, transitions[effect].to]);
  }
}

function expectQuota(jobs: Job[]): void {
  const active = jobs.filter(({ status }) => !['COMPLETED', 'FAILED', 'CANCELLED'].includes(status));
  for (const owned of Object.values(Object.groupBy(active, (job) => job.owner_id))) {
    expect(owned?.length).toBeLessThanOrEqual(limits.maxActivePerUser);
  }
}

async function expectSound(jobs: Job[]): Promise<void> {
  expectQuota(jobs);
  expect(await findViolations(pool)).toEqual([]);
}

describe('jobs', () => {
  test('take only documented transitions, one command at a time, and late writes change nothing', async () => {
    const property = async (commands: Command[]) => {
      const owners = await setUp();
      let jobs = await readJobs();
      for (const it of commands) {
        const step = stepOf(jobs, owners, it);
        expect([it, await isAccepted(step.run(pool))]).toEqual([it, step.accepts]);
        const after = await readJobs();
        expectEffects(jobs, after, step.effects);
        await expectSound(after);
        jobs = after;
      }
    };
    const commands = fc.array(command, { minLength: 10, maxLength: 60, size: 'max' });
    await fc.assert(fc.asyncProperty(commands, property), { numRuns, endOnFailure: false });
  }, 600_000);

  test('stay consistent under concurrent commands', async () => {
    const property = async (rounds: Command[][]) => {
      const owners = await setUp();
      for (const commands of rounds) {
        const jobs = await readJobs();
        await Promise.all(commands.map((it) => isAccepted(stepOf(jobs, owners, it).run(pool))));
        await expectSound(await readJobs());
      }
    };
    const rounds = fc.array(fc.array(command, { minLength: 2, maxLength: 6, size: 'max' }), {
      minLength: 5,
      maxLength: 15,
      size: 'max',
    });
    await fc.assert(fc.asyncProperty(rounds, property), { numRuns, endOnFailure: false });
  }, 600_000);
});
