import type pg from 'pg';
import { jobsWhere } from '../../src/api/schema/jobs/jobFilter.ts';
import { jobOrders } from '../../src/api/schema/jobs/jobList.ts';
import { connect } from '../../src/database/connection.ts';
import { startNextAttempt } from '../../src/jobs/attempts/startNextAttempt.ts';
import { readJobStats } from '../../src/jobs/statistics/readJobStats.ts';
import { createLogger } from '../../src/log.ts';
import { jobBatchSize, removeJobs } from '../../worker/tasks/removeJobs.ts';
import type { Figure } from '../figures/figure.ts';
import { medianMs } from '../figures/times.ts';
import type { BenchDatabase } from '../installation/database.ts';
import { jobCreator, levels, starter } from './engine.ts';
import { writePastJobs } from './pastJobs.ts';

const few = 10_000;
const many = 1_000_000;
const eventsOfJob = 10;
const rounds = 40;
/** Batches of the clean-up; a database with few jobs has no more that are old enough. */
const batches = 5;
const dayMs = 86_400_000;
/** Row at which a deep page begins. */
const deep = 5_000;

/** Measures what has to stay fast as finished jobs and their events accumulate, beside the same with few. */
export async function measureGrowth({ pool, url }: BenchDatabase): Promise<Figure[]> {
  const before = await measureWith(pool, url, few);
  await pool.query('TRUNCATE app_user CASCADE');
  await pool.query('DELETE FROM graphile_worker._private_jobs');
  const after = await measureWith(pool, url, many);
  return [...after].map(([name, value]) => ({
    name,
    value,
    unit: 'ms',
    baseline: { name: `with ${few.toLocaleString('en')} jobs`, value: before.get(name) ?? Number.NaN },
    goal: { bound: '≤', ratio: 2 },
  }));
}

/** Milliseconds of each operation in a database with so many finished jobs. */
async function measureWith(pool: pg.Pool, url: string, jobCount: number): Promise<Map<string, number>> {
  await writePastJobs(pool, jobCount, eventsOfJob);
  const times = new Map<string, number>();
  const measure = async (name: string, work: (index: number) => Promise<unknown>, count = rounds) => {
    times.set(name, await medianMs(count, work));
  };
  await measureReads(url, measure);
  await measure('jobStats of everyone, last day', () => readJobStats(pool, null, dayMs, dayMs / 24));
  await measure('create a job', await jobCreator(pool));
  await measure('start an attempt', () => startNextAttempt(pool, starter, levels));
  const old = { statuses: ['COMPLETED', 'CANCELLED'] as const, days: 15 };
  const removal = `clean-up of ${jobBatchSize} jobs with ${eventsOfJob} events each`;
  await measure(
    removal,
    () => removeJobs(pool, { ...old, statuses: [...old.statuses] }, jobBatchSize),
    batches,
  );
  return times;
}

async function measureReads(
  url: string,
  measure: (name: string, work: () => Promise<unknown>) => Promise<void>,
): Promise<void> {
  const database = connect(url, 1, createLogger('api', 'silent'));
  const { canvasJob, jobEvent } = database.prisma;
  const order = jobOrders.CREATED_AT_DESC;
  const operator = { id: '', name: '', role: 'OPS' as const };
  try {
    const where = await jobsWhere({}, operator, 'ALL', database.pool);
    const readPage = (conditions: object[], take = 21) =>
      canvasJob.findMany({ where: { AND: [where, ...conditions] }, orderBy: order.orderBy(false), take });
    const last = (await readPage([], deep)).at(-1);
    if (last === undefined) throw new Error('there are no jobs');
    const after = order.where('after', order.cursorOf(last));
    await measure('job', () => canvasJob.findUnique({ where: { id: last.id } }));
    await measure('events of a job', () => jobEvent.findMany({ where: { jobId: last.id } }));
    await measure('jobs, first page', () => readPage([]));
    await measure(`jobs, page after row ${deep.toLocaleString('en')}`, () => readPage([after]));
    await measure('jobs of one user, first page', () => readPage([{ ownerId: last.ownerId }]));
    await measure('jobs that failed, first page', () => readPage([{ status: 'FAILED' }]));
    const found = await jobsWhere({ text: 'number 4711:' }, operator, 'ALL', database.pool);
    await measure('jobs with a text, first page', () => readPage([found]));
  } finally {
    await database.close();
  }
}
