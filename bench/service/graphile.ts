import { EventEmitter, once } from 'node:events';
import { Logger, type RunnerOptions, run } from 'graphile-worker';
import pg from 'pg';
import { listenTo } from '../../src/database/connection.ts';

const channel = 'bench';
const notificationsPerJob = 10;
const jobs = 2_000;
const wakeUps = 200;

/** Like the product's, but for what a task does. */
const options = {
  noHandleSignals: true,
  parsedCronItems: [],
  logger: new Logger(() => () => undefined),
  preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
} satisfies RunnerOptions;

/** What Graphile Worker does by itself; times in milliseconds. */
export type GraphileTimes = {
  /** With ten notifications each, which a listener receives. */
  jobsPerSecond: number;
  /** Of each `addJob`, one at a time. */
  added: number[];
  /** From it to the start of its task. */
  started: number[];
};

/** Measures Graphile Worker alone. */
export async function measureGraphile(url: string, concurrency: number): Promise<GraphileTimes> {
  const jobsPerSecond = await measureThroughput(url, concurrency);
  return { jobsPerSecond, ...(await measureWakeUps(url)) };
}

async function measureThroughput(url: string, concurrency: number): Promise<number> {
  const pool = openPool(url, concurrency + 2);
  const listener = new pg.Client({ connectionString: url });
  await listener.connect();
  await listenTo(listener, channel);
  const all = Promise.withResolvers<void>();
  let received = 0;
  listener.on('notification', () => {
    received += 1;
    if (received === jobs * notificationsPerJob) all.resolve();
  });
  const began = performance.now();
  await pool.query(
    "SELECT graphile_worker.add_job('bench', json_build_object('n', n)) FROM generate_series(1, $1::int) AS n",
    [jobs],
  );
  const runner = await run({
    ...options,
    pgPool: pool,
    concurrency,
    taskList: {
      async bench(_, { withPgClient }) {
        for (let count = 0; count < notificationsPerJob; count += 1) {
          await withPgClient((client) => client.query('SELECT pg_notify($1, $2)', [channel, String(count)]));
        }
      },
    },
  });
  await all.promise;
  const seconds = (performance.now() - began) / 1_000;
  await runner.stop();
  await listener.end();
  await pool.end();
  return jobs / seconds;
}

async function measureWakeUps(url: string): Promise<Pick<GraphileTimes, 'added' | 'started'>> {
  const pool = openPool(url, 4);
  const tasks = new EventEmitter();
  const runner = await run({
    ...options,
    pgPool: pool,
    concurrency: 1,
    taskList: { wakeUp: async () => void tasks.emit('start') },
  });
  const times: { added: number[]; started: number[] } = { added: [], started: [] };
  for (let index = 0; index < wakeUps; index += 1) {
    const begun = once(tasks, 'start');
    const began = performance.now();
    await runner.addJob('wakeUp', {});
    times.added.push(performance.now() - began);
    await begun;
    times.started.push(performance.now() - began);
  }
  await runner.stop();
  await pool.end();
  return times;
}

function openPool(url: string, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
