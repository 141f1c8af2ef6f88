import fc from 'fast-check';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inTransaction } from '../../../src/database/transaction.ts';
import { startNextAttempt } from '../../../src/jobs/attempts/startNextAttempt.ts';
import { orderParameters } from '../../../src/jobs/queue/sql/queueOrder.ts';
import { readQueuePositions } from '../../../src/jobs/queue/sql/readQueuePositions.ts';
import { createUser, workerIds } from '../../support/lifecycle/lifecycle.ts';
import { createTestDatabase, type TestDatabase } from '../../support/setup/database.ts';

/** Two priorities share a level, so that users take turns across both. */
const levels = { LOW: 0, NORMAL: 1, HIGH: 1, URGENT: 2 };
const starter = { workerId: workerIds[0] ?? '', planner: 'sketcher', model: null, timeLimitMs: 60_000 };

let database: TestDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = database.pool();
});
afterAll(() => database.drop());

type Waiting = { owner: number; priority: keyof typeof levels; due: boolean; key: string | null };

const waiting: fc.Arbitrary<Waiting> = fc.record({
  owner: fc.nat(3),
  priority: fc.constantFrom<keyof typeof levels>('LOW', 'NORMAL', 'HIGH', 'URGENT'),
  due: fc.boolean(),
  key: fc.constantFrom(null, null, 'a', 'b'),
});

async function fillQueue(jobs: Waiting[]): Promise<string[]> {
  await pool.query('DELETE FROM app_user');
  const owners = await Promise.all(Array.from({ length: 4 }, () => createUser(pool)));
  const rows = jobs.map(({ owner, ...job }) => ({ ...job, owner_id: owners[owner] }));
  const { rows: inserted } = await pool.query<{ id: string }>(
    `WITH job AS (
       SELECT uuidv7() AS id, gen_random_uuid() AS canvas_id, j.*
       FROM jsonb_to_recordset($1::jsonb) AS j (owner_id uuid, priority job_priority, due boolean, key text)
     ), canvas AS (
       INSERT INTO canvas (id, owner_id, title) SELECT canvas_id, owner_id, '' FROM job
     )
     INSERT INTO canvas_job (id, owner_id, canvas_id, type, priority, instruction, selection, input_hash, max_attempts,
                             warnings, cache_key, next_attempt_at)
     SELECT id, owner_id, canvas_id, 'CREATE_CANVAS', priority, 'x', '{}', '', 4, '{}', key,
            CASE WHEN due THEN NULL ELSE now() + interval '1 hour' END
     FROM job RETURNING id`,
    [JSON.stringify(rows)],
  );
  return inserted.map(({ id }) => id);
}

const start = async (perUser: number | null = null) =>
  (await startNextAttempt(pool, starter, levels, perUser))?.id ?? null;

async function nextByPosition(ids: string[], perUser: number | null = null): Promise<string | null> {
  const order = orderParameters({ PRIORITY_LEVELS: levels, MAX_CONCURRENT_JOBS_PER_USER: perUser });
  const rows = await readQueuePositions(pool, { jobIds: ids, ...order });
  const positions = new Map(rows.map(({ id, position }) => [id, position]));
  expect([...positions.values()].sort((a, b) => a - b)).toEqual([...positions].map((_, index) => index + 1));
  return ids.find((id) => positions.get(id) === 1) ?? null;
}

/** Running jobs of each owner, and due ones that wait for no leader. */
async function countByOwner(): Promise<{ running: number; due: number }[]> {
  const { rows } = await pool.query(`
    SELECT count(*) FILTER (WHERE status = 'PROCESSING')::int AS running,
           count(*) FILTER (WHERE status = 'QUEUED' AND next_attempt_at IS NULL AND NOT EXISTS (
             SELECT FROM canvas_job leader WHERE leader.cache_key = job.cache_key AND leader.is_leader))::int AS due
    FROM canvas_job job GROUP BY owner_id`);
  return rows;
}

describe('the queue', () => {
  test('always starts the job at position 1, until no job waits for its turn', async () => {
    const limit = fc.constantFrom(null, 1, 2);
    await fc.assert(
      fc.asyncProperty(fc.array(waiting, { maxLength: 14 }), limit, async (jobs, perUser) => {
        const ids = await fillQueue(jobs);
        for (;;) {
          const expected = await nextByPosition(ids, perUser);
          expect(await start(perUser)).toBe(expected);
          if (expected === null) break;
        }
        const most = perUser ?? Number.POSITIVE_INFINITY;
        for (const { running, due } of await countByOwner())
          expect(running).toBe(Math.min(running + due, most));
      }),
      { numRuns: 40 },
    );
  });

  test('passes over jobs that are being changed right now, even everybody’s oldest', async () => {
    const job: Waiting = { owner: 0, priority: 'NORMAL', due: true, key: null };
    const ids = await fillQueue([job, job]);
    const oldest = await nextByPosition(ids);
    await inTransaction(pool, async (tx) => {
      await tx.query('SELECT 1 FROM canvas_job WHERE id = $1 FOR UPDATE', [oldest]);
      expect(await start()).toBe(ids.find((id) => id !== oldest));
      expect(await start()).toBeNull();
    });
    expect(await start()).toBe(oldest);
  });
});
