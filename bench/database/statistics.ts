import { type JobFilter, jobsWhere } from '../../src/api/schema/jobs/jobFilter.ts';
import { jobOrders } from '../../src/api/schema/jobs/jobList.ts';
import { readCacheStats } from '../../src/cache/sql/readCacheStats.ts';
import { readConfig } from '../../src/config.ts';
import { connect } from '../../src/database/connection.ts';
import { orderParameters } from '../../src/jobs/queue/sql/queueOrder.ts';
import { readQueueDepth } from '../../src/jobs/queue/sql/readQueueDepth.ts';
import { readJobStats } from '../../src/jobs/statistics/readJobStats.ts';
import { createLogger } from '../../src/log.ts';
import type { Figure } from '../figures/figure.ts';
import { medianMs } from '../figures/times.ts';
import type { BenchDatabase } from '../installation/database.ts';
import { busyWorker, writePastJobs } from './pastJobs.ts';

const jobCount = 1_000_000;
const rounds = 10;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** Measures the statistics queries with a million jobs. */
export async function measureStatistics({ pool, url }: BenchDatabase): Promise<Figure[]> {
  await writePastJobs(pool, jobCount);
  const { rows } = await pool.query<{ id: string; owner_id: string }>(
    'SELECT id, owner_id FROM canvas_job LIMIT 1',
  );
  const readJob = () => pool.query('SELECT * FROM canvas_job WHERE id = $1', [rows[0]?.id]);
  const baseline = { name: 'read one job by its id', value: await medianMs(rounds, readJob) };
  const figures: Figure[] = [];
  const measure = async (name: string, work: () => Promise<unknown>) => {
    figures.push({ name, value: await medianMs(rounds, work), unit: 'ms', baseline });
  };
  await measure('statistics of everyone, last hour', () => readJobStats(pool, null, hourMs, hourMs / 60));
  await measure('statistics of everyone, last day', () => readJobStats(pool, null, dayMs, hourMs));
  await measure('statistics of everyone, last week', () => readJobStats(pool, null, 7 * dayMs, 6 * hourMs));
  await measure('statistics of everyone, last month', () => readJobStats(pool, null, 30 * dayMs, dayMs));
  await measure('statistics of one user with 1,000 jobs, last month', () =>
    readJobStats(pool, rows[0]?.owner_id ?? '', 30 * dayMs, dayMs),
  );
  await measure('depth of the queue, 100 jobs waiting', () =>
    readQueueDepth(pool, orderParameters(readConfig({}))),
  );
  await measure('figures of the cache', () => readCacheStats(pool));
  await measureLists(url, measure);
  await pool.query('TRUNCATE job_fact_hour, job_duration_hour, job_fact_period, job_duration_period');
  await measure('statistics of everyone, last month, without sums of hours', () =>
    readJobStats(pool, null, 30 * dayMs, dayMs),
  );
  return figures;
}

const order = jobOrders.CREATED_AT_DESC;
/** Row at which a later page begins, if a list is that long. */
const middleOfList = 1_000;

async function measureLists(
  url: string,
  measure: (name: string, work: () => Promise<unknown>) => Promise<void>,
): Promise<void> {
  const database = connect(url, 1, createLogger('api', 'silent'));
  const operator = { id: '', name: '', role: 'OPS' as const };
  const { canvasJob, jobAttempt } = database.prisma;
  const list = async (name: string, filter: JobFilter) => {
    const where = await jobsWhere(filter, operator, 'ALL', database.pool);
    const readPage = (conditions: object[], take = 21) =>
      canvasJob.findMany({ where: { AND: [where, ...conditions] }, orderBy: order.orderBy(false), take });
    await measure(`list of jobs: ${name}`, () => readPage([]));
    const middle = (await readPage([], middleOfList)).at(-1);
    if (middle !== undefined) {
      const after = order.where('after', order.cursorOf(middle));
      await measure(`a later page: ${name}`, () => readPage([after]));
    }
    await measure(`their number: ${name}`, () => canvasJob.count({ where }));
  };
  try {
    await measure('what a worker runs that has run a million attempts', () =>
      jobAttempt.findMany({ where: { workerId: busyWorker, outcome: null }, orderBy: { startedAt: 'asc' } }),
    );
    await list('failed ones', { status: ['FAILED'] });
    await list('a rare error', { errorCode: ['PLANNER_TIMEOUT'] });
    await list('a text that 10 have', { text: 'number 77777' });
    await list('a text that all have', { text: 'VERIFY EMAIL' });
    await list('over in the last hour', { finishedAfter: new Date(Date.now() - hourMs) });
  } finally {
    await database.close();
  }
}
