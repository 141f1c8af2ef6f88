import { readFileSync } from 'node:fs';
import { onlyRow } from '../../src/database/statement.ts';
import type { Figure } from '../figures/figure.ts';
import type { Installation } from '../installation/installation.ts';

/** What an installation has used so far: CPU in milliseconds (not a number outside of Linux), statements, commits. */
export type Cost = {
  layout: number;
  worker: number;
  api: number;
  postgres: number;
  statements: number;
  commits: number;
};

export async function readCost({ database, api, worker }: Installation): Promise<Cost> {
  const workerMain = cpuMs(`${worker.pid}/task/${worker.pid}`);
  return {
    layout: cpuMs(String(worker.pid)) - workerMain,
    worker: workerMain,
    api: cpuMs(String(api.pid)),
    postgres: postgresCpuMs(database.serverPid),
    ...(await readCounts(database)),
  };
}

/** Figures of what each of so many jobs has cost between the two. */
export function costOfJobs(before: Cost, after: Cost, jobs: number): Figure[] {
  const each = (part: keyof Cost) => (after[part] - before[part]) / jobs;
  const cpu = (name: string, part: keyof Cost) => ({
    name: `CPU a job: ${name}`,
    value: each(part),
    unit: 'ms',
  });
  const figures: Figure[] = [
    { ...cpu('worker without its main thread (layout)', 'layout'), goal: { bound: '≤', value: 3 } },
    { ...cpu('main thread of the worker', 'worker'), goal: { bound: '≤', value: 4 } },
    { ...cpu('API', 'api'), goal: { bound: '≤', value: 4 } },
    cpu('PostgreSQL', 'postgres'),
    { name: 'statements a job', value: each('statements'), unit: '', goal: { bound: '≤', value: 20 } },
    { name: 'commits that write, a job', value: each('commits'), unit: '', goal: { bound: '≤', value: 3 } },
  ];
  return figures.filter(({ value }) => !Number.isNaN(value));
}

/** Milliseconds of a clock tick of Linux. */
const tickMs = 10;
/** Positions after the name in `stat`: see proc_pid_stat(5). */
const ownTimes = [11, 12];
const timesOfEndedChildren = [13, 14];

/** CPU time of a process or thread under /proc, in its own code and in the kernel. */
function cpuMs(task: string, positions: readonly number[] = ownTimes): number {
  if (process.platform !== 'linux') return Number.NaN;
  const fields = readFileSync(`/proc/${task}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return positions.reduce((sum, position) => sum + Number(fields[position]) * tickMs, 0);
}

/** Of the server's first process and all that it has started. */
function postgresCpuMs(pid: number): number {
  const own = cpuMs(String(pid), [...ownTimes, ...timesOfEndedChildren]);
  if (Number.isNaN(own)) return own;
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
  return children.reduce((sum, child) => sum + cpuMs(child), own);
}

/**
 * Statements that were sent: not what deferred triggers run at a commit. A transaction that writes gets an id; those that
 * only notify have one, too, but do not wait for the disk, and are not counted.
 */
async function readCounts({ pool }: Installation['database']): Promise<Pick<Cost, 'statements' | 'commits'>> {
  await pool.query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements');
  const { rows } = await pool.query<{ statements: number; commits: number }>(`
    SELECT (sum(calls) FILTER (WHERE query !~ '^(SELECT \\S+ FROM ONLY|INSERT INTO job_fact) '))::float8 AS statements,
      pg_snapshot_xmax(pg_current_snapshot())::text::float8
        - coalesce(sum(calls) FILTER (WHERE query LIKE 'SELECT pg_notify(%'), 0)::float8 AS commits
    FROM pg_stat_statements WHERE query NOT LIKE '%pg_stat_statements%'`);
  return onlyRow(rows);
}
