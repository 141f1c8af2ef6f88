import { startPgBouncer } from '../../test/support/processes/pgBouncer.ts';
import type { Figure } from '../figures/figure.ts';
import { percentile } from '../figures/times.ts';
import type { BenchDatabase } from '../installation/database.ts';
import { type Installation, withInstallation } from '../installation/installation.ts';
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
  const direct: JobTimes = { created: [], started: [], completed: [], delivered: [] };
  const pooled: JobTimes = { created: [], started: [], completed: [], delivered: [] };
  try {
    for (let round = 0; round < rounds; round += 1) {
      collect(direct, await measureJobs(database, {}));
      collect(pooled, await measureJobs(database, addresses));
    }
  } finally {
    await pooler[Symbol.asyncDispose]();
  }
  const figure = (what: string, read: (times: JobTimes) => number): Figure => ({
    name: `${what}, through PgBouncer`,
    value: read(pooled),
    unit: 'ms',
    baseline: { name: 'direct', value: read(direct) },
    goal: { bound: '≤', ratio: 1.2 },
  });
  return [
    // Of whole milliseconds, only the mean is fine enough.
    figure('event in the log → client, mean', ({ delivered }) => meanOf(delivered)),
    ...[0.5, 0.95].flatMap((part) => [
      figure(`createCanvasJob over HTTP, p${part * 100}`, ({ created }) => percentile(created, part)),
      figure(`create → JobStarted received, p${part * 100}`, ({ started }) => percentile(started, part)),
      figure(`create → JobCompleted received, p${part * 100}`, ({ completed }) =>
        percentile(completed, part),
      ),
    ]),
  ];
}

const meanOf = (times: readonly number[]) => times.reduce((sum, ms) => sum + ms, 0) / times.length;

function measureJobs(database: BenchDatabase, addresses: Record<string, string>): Promise<JobTimes> {
  const measure = async (installation: Installation) => {
    await runJobs(installation, warmUp, 1);
    return runJobs(installation, measured, 1);
  };
  return withInstallation(database, measure, addresses);
}

function collect(all: JobTimes, more: JobTimes): void {
  for (const each of ['created', 'started', 'completed', 'delivered'] as const) all[each].push(...more[each]);
}
