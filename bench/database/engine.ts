import type pg from 'pg';
import { v7 as uuid } from 'uuid';
import { plannerIdentity } from '../../src/cache/plannerIdentity.ts';
import { readConfig } from '../../src/config.ts';
import { onlyRow } from '../../src/database/statement.ts';
import { inTransaction } from '../../src/database/transaction.ts';
import { appendAttemptEvents } from '../../src/events/log/appendEvents.ts';
import type { NewJobEvent } from '../../src/events/log/jobEvent.ts';
import { startNextAttempt } from '../../src/jobs/attempts/startNextAttempt.ts';
import { createJob } from '../../src/jobs/commands/createJob.ts';
import { orderParameters } from '../../src/jobs/queue/sql/queueOrder.ts';
import { readQueuePositions } from '../../src/jobs/queue/sql/readQueuePositions.ts';
import type { Figure } from '../figures/figure.ts';
import { medianMs } from '../figures/times.ts';
import type { BenchDatabase } from '../installation/database.ts';

const rounds = 200;
/** Samples of a slow measurement. */
const fewRounds = 20;
const config = readConfig({ MAX_ACTIVE_JOBS_PER_USER: '100000' });
export const levels = config.PRIORITY_LEVELS;
export const starter = { workerId: uuid(), planner: 'sketcher', model: null, timeLimitMs: 60_000 };

/** Measures statements of jobs, events and the queue, as multiples of one committed row. */
export async function measureEngine({ pool }: BenchDatabase): Promise<Figure[]> {
  await pool.query('CREATE TABLE plain (id uuid PRIMARY KEY, text text NOT NULL)');
  const insert = () =>
    inTransaction(pool, (tx) => tx.query('INSERT INTO plain VALUES ($1, $2)', [uuid(), 'a row']));
  const baseline = { name: 'insert and commit one row', value: await medianMs(rounds, insert) };
  const measure = async (name: string, work: (index: number) => Promise<unknown>, count = rounds) => {
    const value = await medianMs(count, work);
    return { name, value, unit: 'ms', baseline };
  };
  const startNext = () => startNextAttempt(pool, starter, levels);
  const create = await jobCreator(pool);
  const figures: Figure[] = [
    await measure('create a job (row, canvas, event, wake-up)', create),
    await measure('start an attempt, some 400 jobs waiting', startNext),
  ];
  const append = await eventAppender(pool, create);
  figures.push(
    await measure('append one event, with its notification', () => append(1)),
    // A batch is one statement with one notification, so ten events cost hardly more than one.
    await measure('append a batch of ten events', () => append(10)),
  );
  await fillQueue(pool, 10_000);
  const readPosition = await positionReader(pool);
  figures.push(
    await measure('position of a job, 10,000 waiting', readPosition, fewRounds),
    await measure('start an attempt, 10,000 jobs waiting', startNext, fewRounds),
  );
  return figures;
}

/** @returns Creates a job of a new user. */
export async function jobCreator(pool: pg.Pool): Promise<(index: number) => Promise<unknown>> {
  const ownerId = await addUser(pool);
  const settings = {
    maxActivePerUser: config.MAX_ACTIVE_JOBS_PER_USER,
    maxRetries: config.MAX_JOB_RETRIES,
    planner: plannerIdentity(config),
    cacheTtlHours: config.CACHE_TTL_HOURS,
    cacheScope: config.CACHE_SCOPE,
  };
  const request = {
    ...{ ownerId, canvasId: null, selection: [], priority: 'NORMAL' as const },
    ...{ idempotencyKey: null, useCache: true },
  };
  return (index) => createJob(pool, { ...request, instruction: `job ${index}` }, settings);
}

/** @returns Appends a batch of events to the log of a running job. */
async function eventAppender(
  pool: pg.Pool,
  create: (index: number) => Promise<unknown>,
): Promise<(count: number) => Promise<void>> {
  await create(-1);
  const job = await startNextAttempt(pool, starter, levels);
  if (job === null) throw new Error('no job waits');
  const event: NewJobEvent = { type: 'JobProgressed', payload: { phase: 'GENERATING', progress: 0.5 } };
  let lastSeq = job.lastSeq;
  return async (count) => {
    const position = { jobId: job.id, attempt: job.attempt, lastSeq };
    if (!(await appendAttemptEvents(pool, position, Array(count).fill(event)))) throw new Error('refused');
    lastSeq += count;
  };
}

async function addUser(pool: pg.Pool): Promise<string> {
  const id = uuid();
  await pool.query("INSERT INTO app_user (id, subject, name) VALUES ($1, $2, 'bench')", [id, id]);
  return id;
}

/** Waiting jobs of a hundred users. */
async function fillQueue(pool: pg.Pool, count: number): Promise<void> {
  const owners = await Promise.all(Array.from({ length: 100 }, () => addUser(pool)));
  await pool.query(
    `WITH job AS (SELECT gen_random_uuid() AS id, gen_random_uuid() AS canvas_id, ($1::uuid[])[1 + n % 100] AS owner_id
                  FROM generate_series(1, $2::int) AS n),
          canvas AS (INSERT INTO canvas (id, owner_id, title) SELECT canvas_id, owner_id, '' FROM job)
     INSERT INTO canvas_job (id, owner_id, canvas_id, type, instruction, selection, input_hash, max_attempts, warnings)
     SELECT id, owner_id, canvas_id, 'CREATE_CANVAS', 'x', '{}', '', 4, '{}' FROM job`,
    [owners, count],
  );
  await pool.query('ANALYZE canvas_job');
}

/** @returns Reads the position of a waiting job. */
async function positionReader(pool: pg.Pool): Promise<() => Promise<unknown>> {
  const { rows } = await pool.query<{ id: string }>(
    "SELECT id FROM canvas_job WHERE status = 'QUEUED' LIMIT 1",
  );
  const parameters = { jobIds: [onlyRow(rows).id], ...orderParameters({ PRIORITY_LEVELS: levels }) };
  return () => readQueuePositions(pool, parameters);
}
