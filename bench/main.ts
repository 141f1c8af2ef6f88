import pg from 'pg';
import { v7 as uuid } from 'uuid';
import { plannerIdentity } from '../src/cache/plannerIdentity.ts';
import { readConfig } from '../src/config.ts';
import { inTransaction, onlyRow } from '../src/database/connection.ts';
import { migrate } from '../src/database/migrate.ts';
import { PreparingClient } from '../src/database/preparedStatements.ts';
import { appendAttemptEvents } from '../src/events/log/appendEvents.ts';
import type { NewJobEvent } from '../src/events/log/jobEvent.ts';
import { startNextAttempt } from '../src/jobs/attempts/startNextAttempt.ts';
import { createJob } from '../src/jobs/commands/createJob.ts';
import { levelsParameter } from '../src/jobs/queue/sql/queueOrder.ts';
import { readQueuePositions } from '../src/jobs/queue/sql/readQueuePositions.ts';
import { startTemporaryPostgres } from '../tools/postgres/temporaryPostgres.ts';
import { measureLayouts } from './layout.ts';
import { type Figure, medianMs, table } from './measure.ts';
import { measureStatistics } from './statistics.ts';
import { measureVersions } from './versions.ts';
import { measureJobs } from './wholeJobs.ts';

/**
 * `npm run bench`: measures the engine, as multiples of plain statements on the same machine in the same run, because
 * absolute times depend on the machine and its load. `npm run bench -- statistics` measures the statistics queries with
 * a million jobs (some minutes, 3 GB of disk). `npm run bench -- versions` measures reading the versions of a large
 * canvas, and how long other requests take during it. `npm run bench -- layout` measures layouts of flows. `npm run
 * bench -- jobs` measures whole jobs, against bare Graphile Worker.
 */

const rounds = 200;
/** Samples of a slow measurement. */
const fewRounds = 20;
const config = readConfig({ MAX_ACTIVE_JOBS_PER_USER: '100000' });
const levels = config.PRIORITY_LEVELS;
const starter = { workerId: uuid(), planner: 'sketcher', model: null, timeLimitMs: 60_000 };
const plain = 'insert and commit one row';

const postgres = await startTemporaryPostgres('bench');
const pool = new pg.Pool({ connectionString: postgres.url, max: 4, Client: PreparingClient });
try {
  await migrate(postgres.url);
  const scenarios: Record<string, () => Promise<Figure[]>> = {
    statistics: () => measureStatistics(pool, postgres.url),
    versions: () => measureVersions(pool, postgres.url),
    layout: measureLayouts,
    jobs: () => measureJobs(400),
  };
  const scenario = scenarios[process.argv[2] ?? ''] ?? measureAll;
  const figures = await scenario();
  process.stdout.write(`${table(figures)}\n`);
} finally {
  await pool.end();
  await postgres.stop();
}

async function measureAll(): Promise<Figure[]> {
  const ownerId = await addUser();
  const settings = {
    maxActivePerUser: config.MAX_ACTIVE_JOBS_PER_USER,
    maxRetries: config.MAX_JOB_RETRIES,
    planner: plannerIdentity(config),
    cacheTtlHours: config.CACHE_TTL_HOURS,
    cacheScope: config.CACHE_SCOPE,
  };
  const create = async (index: number) => {
    const { jobId } = await createJob(
      pool,
      {
        ownerId,
        instruction: `job ${index}`,
        canvasId: null,
        selection: [],
        priority: 'NORMAL',
        idempotencyKey: null,
        useCache: true,
      },
      settings,
    );
    return jobId;
  };
  const figures: Figure[] = [];
  const measure: Measure = async (name, baseline, work, count = rounds) => {
    figures.push({ name, baseline, ms: await medianMs(count, work) });
  };

  await pool.query('CREATE TABLE plain (id uuid PRIMARY KEY, text text NOT NULL)');
  await measure(plain, plain, () =>
    inTransaction(pool, (tx) => tx.query('INSERT INTO plain VALUES ($1, $2)', [uuid(), 'a row'])),
  );
  await measure('create a job (row, canvas, event, wake-up)', plain, create);
  await measure('start an attempt, some 400 jobs waiting', plain, () =>
    startNextAttempt(pool, starter, levels),
  );
  await measureAppending(measure, create);
  await fillQueue(10_000);
  const waiting = (
    await pool.query<{ id: string }>("SELECT id FROM canvas_job WHERE status = 'QUEUED' LIMIT 1")
  ).rows;
  const { id } = onlyRow(waiting);
  await measure(
    'position of a job, 10,000 waiting',
    plain,
    () => readQueuePositions(pool, { jobIds: [id], levels: levelsParameter(levels) }),
    fewRounds,
  );
  await measure(
    'start an attempt, 10,000 jobs waiting',
    plain,
    () => startNextAttempt(pool, starter, levels),
    fewRounds,
  );
  return figures;
}

async function addUser(): Promise<string> {
  const id = uuid();
  await pool.query("INSERT INTO app_user (id, subject, name) VALUES ($1, $2, 'bench')", [id, id]);
  return id;
}

type Measure = (
  name: string,
  baseline: string,
  work: (index: number) => Promise<unknown>,
  count?: number,
) => Promise<void>;

/** A batch is one statement with one notification, so ten events cost hardly more than one. */
async function measureAppending(
  measure: Measure,
  create: (index: number) => Promise<unknown>,
): Promise<void> {
  await create(-1);
  const job = await startNextAttempt(pool, starter, levels);
  if (job === null) throw new Error('no job waits');
  const event: NewJobEvent = { type: 'JobProgressed', payload: { phase: 'GENERATING', progress: 0.5 } };
  let lastSeq = job.lastSeq;
  const append = async (count: number) => {
    const position = { jobId: job.id, attempt: job.attempt, lastSeq };
    if (!(await appendAttemptEvents(pool, position, Array(count).fill(event)))) throw new Error('refused');
    lastSeq += count;
  };
  await measure('append one event, with its notification', plain, () => append(1));
  await measure('append a batch of ten events', 'append one event, with its notification', () => append(10));
}

/** Waiting jobs of a hundred users. */
async function fillQueue(count: number): Promise<void> {
  const owners = await Promise.all(Array.from({ length: 100 }, addUser));
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
