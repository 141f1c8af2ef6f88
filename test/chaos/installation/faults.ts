import { setTimeout as delay } from 'node:timers/promises';
import type { Tally } from './figures.ts';
import type { Installation } from './installation.ts';
import { createRandom, type Random } from './random.ts';
import type { Supervised } from './supervised.ts';

/** A worker that was killed: when, by which id it was known. */
export type Kill = { workerId: string; at: Date };

type Fault = (installation: Installation, random: Random, kills: Kill[]) => Promise<void>;

/** Milliseconds between two faults. */
const intervalMs = { least: 200, most: 2_500 };
/** Probability of a fault at a worker while the other one is down. */
const lastWorkerProbability = 0.5;

/** Relative frequency of each fault. */
const weights = {
  'worker killed': 20,
  'worker paused': 12,
  'worker terminated': 12,
  'backend terminated': 20,
  'listeners cut': 12,
  'API killed': 8,
  'PostgreSQL restarted': 4,
  'PostgreSQL stopped immediately': 3,
  'PostgreSQL killed': 3,
  'worker started during an outage': 3,
};
type FaultName = keyof typeof weights;

const faults: Record<FaultName, Fault> = {
  async 'worker killed'(installation, random, kills) {
    kills.push(...(await killWorker(installation, random.pick(installation.workers))));
  },
  // Sometimes longer than the limit for heartbeats: the worker is declared dead, and then continues.
  'worker paused': ({ workers }, random) =>
    pause(
      random.pick(workers),
      random.chance(0.2) ? random.between(16_000, 20_000) : random.between(200, 6_000),
    ),
  async 'worker terminated'({ workers }, random) {
    const worker = random.pick(workers);
    worker.signal('SIGTERM');
    if (random.chance(0.3)) worker.signal('SIGINT');
  },
  async 'backend terminated'({ database }, random) {
    await database.terminate(
      `pid IN (SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend'
               ORDER BY md5(pid::text || $1) LIMIT $2)`,
      [String(random.next()), random.between(1, 4)],
    );
  },
  async 'listeners cut'({ database }) {
    await database.terminate("application_name = 'collabcanvas-hub'");
  },
  async 'API killed'({ apiProcess }) {
    apiProcess.signal('SIGKILL');
  },
  'PostgreSQL restarted': ({ database }) => database.restart('fast'),
  'PostgreSQL stopped immediately': ({ database }) => database.restart('immediate'),
  'PostgreSQL killed': ({ database }) => database.restart('kill'),
  // The outage lasts longer than a worker takes to start.
  async 'worker started during an outage'({ database, workers }, random) {
    random.pick(workers).signal('SIGKILL');
    await database.restart('fast', random.between(2_000, 8_000));
  },
};

/** Kills a worker's process, if it has one. @returns The ids by which it was known. */
export async function killWorker({ database }: Installation, worker: Supervised): Promise<Kill[]> {
  const { pid } = worker;
  const rows = await database.query<{ id: string }>(
    'SELECT id FROM worker WHERE pid = $1 AND stopped_at IS NULL',
    [pid],
  );
  if (pid === undefined || worker.pid !== pid) return [];
  worker.signal('SIGKILL');
  const at = new Date();
  return rows.map(({ id }) => ({ workerId: id, at }));
}

/** Milliseconds from each kill to the start of the attempt that followed each one that was lost by it. */
export async function recoveryTimes({ database }: Installation, kills: Kill[]): Promise<number[]> {
  const times = kills.map(async ({ workerId, at }) => {
    const rows = await database.query<{ started_at: Date }>(
      `SELECT next.started_at FROM job_attempt lost
       JOIN job_attempt next ON next.job_id = lost.job_id AND next.number = lost.number + 1
       WHERE lost.worker_id = $1 AND lost.outcome = 'LOST'`,
      [workerId],
    );
    return rows.map((row) => row.started_at.getTime() - at.getTime());
  });
  return (await Promise.all(times)).flat();
}

async function pause(worker: Supervised, durationMs: number): Promise<void> {
  const { pid } = worker;
  worker.signal('SIGSTOP');
  await delay(durationMs);
  if (worker.pid === pid) worker.signal('SIGCONT');
}

/**
 * Injects faults, some while others last, until the signal is aborted; resolves when the last one is over.
 * @returns The workers that were killed.
 */
export async function injectFaults(
  installation: Installation,
  tally: Tally,
  stop: AbortSignal,
): Promise<Kill[]> {
  const random = createRandom(installation.seed, 'faults');
  const kills: Kill[] = [];
  const lasting = new Set<Promise<void>>();
  let restarting: Promise<void> = Promise.resolve();
  while (!stop.aborted) {
    await delay(random.between(intervalMs.least, intervalMs.most), undefined, { signal: stop }).catch(
      () => undefined,
    );
    const name: FaultName = random.weighted(weights);
    // Drawn in every round, so that later decisions do not depend on how fast processes start.
    const [own, hitsLastWorker] = [
      createRandom(installation.seed, `${name} ${random.next()}`),
      random.chance(lastWorkerProbability),
    ];
    if (stop.aborted) break;
    const allReady = installation.workers.every(({ isReady }) => isReady);
    if (name.startsWith('worker') && !allReady && !hitsLastWorker) continue;
    tally.add(name);
    // One restart of PostgreSQL at a time; other faults may overlap it.
    const inject = () => faults[name](installation, own, kills);
    const stopsDatabase = name.startsWith('PostgreSQL') || name === 'worker started during an outage';
    const passed = stopsDatabase ? restarting.then(inject) : inject();
    if (stopsDatabase) restarting = passed;
    lasting.add(passed);
    void passed.then(() => lasting.delete(passed));
  }
  await Promise.all(lasting);
  return kills;
}
