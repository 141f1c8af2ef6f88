import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../src/database/migrate.ts';
import { startEmbeddedPostgres } from '../tools/postgres/embeddedPostgres.ts';
import { measureGraphile, measureWakeUps } from './graphile.ts';
import { type Client, connect } from './jobClient.ts';
import { type Figure, percentile } from './measure.ts';
import { cpuOf, type Service, startService } from './service.ts';

const secret = 'signs the tokens of this benchmark';
/** Jobs that a worker runs at a time. */
const concurrency = 10;
const users = 10;
/** Clients that each create a job, follow it to its end, and create the next. */
const clients = 20;

const bare = 'a bare Graphile job with ten notifications';
const whole = 'a whole job, 20 at a time';
const addJob = 'Graphile: addJob';
const wakeUp = 'Graphile: from addJob to the start of the task';

/**
 * Measures whole jobs: created over HTTP, processed by a worker in a process of its own, and followed to their end over
 * a WebSocket, on a database that waits for the disk, as in production. Baseline: bare Graphile Worker.
 * @param jobs How many are measured; as many are run before.
 */
export async function measureJobs(jobs: number): Promise<Figure[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'collabcanvas-bench-jobs-'));
  await chmod(dataDir, 0o711); // as root: PostgreSQL, under another account, passes through
  const postgres = await startEmbeddedPostgres({ dataDir });
  try {
    await migrate(postgres.url);
    const figures = await withServices(postgres.url, (installation) => measureLoad(installation, jobs));
    const bareMs = await measureGraphile(postgres.url, jobs * 2, concurrency);
    const { add, start } = await measureWakeUps(postgres.url, 100);
    return [
      { name: bare, baseline: bare, ms: bareMs },
      { name: addJob, baseline: addJob, ms: percentile(add, 0.5) },
      { name: wakeUp, baseline: wakeUp, ms: percentile(start, 0.5) },
      ...figures,
    ];
  } finally {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

type Installation = { api: Service; worker: Service; clients: Client[] };

async function withServices<T>(url: string, use: (installation: Installation) => Promise<T>): Promise<T> {
  const unlimited = '1000000';
  const env = {
    ...{ DATABASE_URL: url, JWT_SECRET: secret, NODE_ENV: 'production', PORT: '0', WORKER_PORT: '0' },
    ...{ MAX_CONCURRENT_JOBS: String(concurrency), MAX_ACTIVE_JOBS_PER_USER: '100000' },
    ...{ MAX_MUTATIONS_PER_MINUTE: unlimited, MAX_QUERIES_PER_MINUTE: unlimited },
    ...{ MAX_SUBSCRIPTIONS_PER_USER: unlimited, MAX_CONNECTIONS_PER_USER: unlimited },
  };
  const api = await startService('src/api/main.ts', 'the API is listening', env);
  const worker = await startService('worker/main.ts', 'the worker is ready', env);
  const { url: apiUrl = '' } = api;
  const connections = await Promise.all(
    Array.from({ length: users }, (_, index) => connect(apiUrl, secret, `user ${index}`)),
  );
  try {
    return await use({ api, worker, clients: connections });
  } finally {
    for (const client of connections) await client.close();
    await worker.stop();
    await api.stop();
  }
}

async function measureLoad({ api, worker, clients: all }: Installation, jobs: number): Promise<Figure[]> {
  await runJobs(all, jobs, clients);
  const before = { api: cpuOf(api.pid), worker: cpuOf(worker.pid) };
  const began = performance.now();
  const loaded = await runJobs(all, jobs, clients);
  const wholeMs = (performance.now() - began) / jobs;
  const after = { api: cpuOf(api.pid), worker: cpuOf(worker.pid) };
  const idle = await runJobs(all, Math.min(jobs, 100), 1);
  const cpu = (of: (times: typeof after) => number) => (of(after) - of(before)) / jobs;
  return [
    { name: whole, baseline: bare, ms: wholeMs },
    { name: 'CPU of the main thread of the API, a job', baseline: bare, ms: cpu((times) => times.api.main) },
    {
      name: 'CPU of the main thread of the worker, a job',
      baseline: bare,
      ms: cpu((times) => times.worker.main),
    },
    {
      name: 'CPU of the other threads of the worker, a job',
      baseline: bare,
      ms: cpu((times) => times.worker.others),
    },
    { name: 'createCanvasJob, idle', baseline: addJob, ms: percentile(idle.created, 0.5) },
    { name: 'createCanvasJob, idle, p99', baseline: addJob, ms: percentile(idle.created, 0.99) },
    { name: 'createCanvasJob, 20 at a time', baseline: addJob, ms: percentile(loaded.created, 0.5) },
    { name: 'create to JobStarted received, idle', baseline: wakeUp, ms: percentile(idle.started, 0.5) },
    { name: 'create to JobCompleted received, idle', baseline: wakeUp, ms: percentile(idle.completed, 0.5) },
  ];
}

/** Milliseconds from the request to its answer, and to an event. */
type Times = { created: number[]; started: number[]; completed: number[] };

/** Runs jobs to their end, some at a time. */
async function runJobs(all: readonly Client[], count: number, parallel: number): Promise<Times> {
  const times: Times = { created: [], started: [], completed: [] };
  let left = count;
  const runOne = async (client: Client) => {
    const began = performance.now();
    const passed = () => performance.now() - began;
    const id = await client.create(nextInstruction());
    times.created.push(passed());
    await client.follow(id, (type) => {
      if (type === 'JobStarted') times.started.push(passed());
    });
    times.completed.push(passed());
  };
  const runMany = async (client: Client) => {
    while (left > 0) {
      left -= 1;
      await runOne(client);
    }
  };
  const busy = Array.from({ length: parallel }, (_, index) => all[index % all.length] as Client);
  await Promise.all(busy.map(runMany));
  return times;
}

let lastNumber = 0;

/** A flow of six steps, which no other job has drawn. */
function nextInstruction(): string {
  lastNumber += 1;
  return `Flow ${lastNumber}: Order received -> Check stock -> Pack parcel -> Ship parcel -> Send invoice -> Close order`;
}
