import { startPgBouncer } from '../test/support/pgBouncer.ts';
import type { BenchDatabase } from './database.ts';
import type { Figure } from './figure.ts';
import { type Installation, withInstallation } from './installation.ts';
import { percentile } from './times.ts';
import { type JobTimes, runJobs } from './wholeJobs.ts';

/** In turn, so that what else the machine does concerns both. */
const rounds = 3;
/** Seconds. */
const warmUp = 4;
const measured = 10;

/**
 * Measures jobs, one at a time, by way of PgBouncer in transaction mode with `DATABASE_DIRECT_URL`, beside the same
 * without it.
 */
export async function measurePooler(database: BenchDatabase): Promise<Figure[]> {
  const pooler = await startPgBouncer(database.url, 'transaction');
  const addresses = { DATABASE_URL: pooler.url, DATABASE_DIRECT_URL: database.url };
  const direct: JobTimes = { created: [], started: [], completed: [] };
  const pooled: JobTimes = { created: [], started: [], completed: [] };
  try {
    for (let round = 0; round < rounds; round += 1) {
      collect(direct, await measureJobs(database, {}));
      collect(pooled, await measureJobs(database, addresses));
    }
  } finally {
    await pooler[Symbol.asyncDispose]();
  }
  const figure = (name: string, part: number, of: keyof JobTimes): Figure => ({
    name: `${name} through PgBouncer, p${part * 100}`,
    value: percentile(pooled[of], part),
    unit: 'ms',
    baseline: { name: 'direct', value: percentile(direct[of], part) },
    goal: { bound: '≤', ratio: 1.2 },
  });
  return [0.5, 0.95].flatMap((part) => [
    figure('createCanvasJob over HTTP', part, 'created'),
    figure('create → JobStarted received', part, 'started'),
    figure('create → JobCompleted received', part, 'completed'),
  ]);
}

function measureJobs(database: BenchDatabase, addresses: Record<string, string>): Promise<JobTimes> {
  const measure = async (installation: Installation) => {
    await runJobs(installation, warmUp, 1);
    return runJobs(installation, measured, 1);
  };
  return withInstallation(database, measure, addresses);
}

function collect(all: JobTimes, more: JobTimes): void {
  for (const each of ['created', 'started', 'completed'] as const) all[each].push(...more[each]);
}
