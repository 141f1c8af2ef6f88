import { setTimeout as delay } from 'node:timers/promises';
import { v7 as uuid } from 'uuid';
import type { Config } from '../src/config.ts';
import { connect } from '../src/database/connection.ts';
import { refuseUnusable } from '../src/database/refuseUnusable.ts';
import { startEventHub } from '../src/events/hub.ts';
import { databaseCheck, eventsCheck, migrationsCheck } from '../src/http/health.ts';
import type { Logger } from '../src/log.ts';
import type { RunningService } from '../src/runService.ts';
import { startRecovery } from '../src/workers/recovery.ts';
import type { FetchWatch } from './fetchWatch.ts';
import type { Engine } from './generation/engine.ts';
import { fetchCheck, serveHealth } from './health.ts';
import { startJobRunner } from './jobRunner.ts';
import { warmUpLayout } from './layout/warmUp.ts';
import { createWorkerMetrics } from './metrics.ts';
import { createPlanner } from './planners/createPlanner.ts';
import { startPresence } from './presence.ts';

/** Connections that are needed besides one for each running job. */
const spareConnections = 4;
/** Connections to `DATABASE_DIRECT_URL` for Graphile Worker: one listens, the others fetch and finish entries. */
const queueConnections = 4;
/** How long a stopping worker waits for a database that cannot be reached, in milliseconds. */
const outagePatienceMs = 5_000;

/** Starts the worker service. @param databaseUrl A migrated database. */
export async function startWorker(config: Config, databaseUrl: string, log: Logger): Promise<RunningService> {
  const database = connect(databaseUrl, config.MAX_CONCURRENT_JOBS + spareConnections, log);
  const { pool } = database;
  const directUrl = config.DATABASE_DIRECT_URL ?? databaseUrl;
  await refuseUnusable(pool).catch(async (error: unknown) => {
    await database.close();
    throw error;
  });
  // Graphile Worker listens, too.
  const queueDatabase =
    config.DATABASE_DIRECT_URL === undefined ? null : connect(directUrl, queueConnections, log);
  const hub = startEventHub({ url: directUrl, pool, log });
  const handBack = new AbortController();
  const giveUp = new AbortController();
  const running = new Set<string>();
  const metrics = createWorkerMetrics({
    running: () => running.size,
    stalledMs: async () => (await fetching?.stalledMs(pool)) ?? 0,
  });
  let fetching: FetchWatch | undefined;
  const planner = createPlanner(config);
  const workerId = uuid();
  const engine: Engine = {
    pool,
    hub,
    planner,
    config,
    log,
    workerId,
    running,
    attemptEnded: metrics.attemptEnded,
    handBack: handBack.signal,
    giveUp: giveUp.signal,
  };

  await warmUpLayout();
  const known = Promise.withResolvers<void>();
  const runner = await startJobRunner({
    engine,
    queuePool: queueDatabase?.pool ?? pool,
    mayStart: known.promise,
    log,
  });
  fetching = runner.fetching;
  const worker = { id: workerId, poolId: runner.poolId, maxConcurrent: config.MAX_CONCURRENT_JOBS };
  const presence = await startPresence({ directUrl, pool, worker, running: () => [...running], log });
  // Only now: a job that is started by a worker that nobody knows would not be missed if that dies.
  known.resolve();
  const stopRecovery = startRecovery(pool, log);
  const health = await serveHealth({
    config,
    log,
    metrics: metrics.registry,
    checks: {
      service: async () => !stopping || 'stopping',
      database: databaseCheck(database),
      migrations: migrationsCheck(pool),
      events: eventsCheck(hub),
      queue: fetchCheck(runner.fetching, pool),
    },
  });
  log.info(
    { workerId, planner: planner.name, model: planner.model, concurrency: worker.maxConcurrent },
    'the worker is ready',
  );

  let stopping = false;
  const stop: RunningService['stop'] = async ({ hurry }) => {
    stopping = true;
    const stopped = runner
      .stop()
      .catch((error: unknown) => log.warn({ err: error }, 'Graphile Worker did not stop cleanly'));
    const grace = delay(config.SHUTDOWN_GRACE_MS, undefined, { signal: hurry, ref: false });
    await Promise.race([stopped, grace.catch(() => undefined)]);
    // Whatever still runs is handed back; another worker goes on with it at once.
    handBack.abort();
    const patience = setTimeout(() => giveUp.abort(), outagePatienceMs);
    await stopped;
    clearTimeout(patience);
    health.close();
    health.closeAllConnections();
    await stopRecovery();
    await presence.end();
    await hub.close();
    await queueDatabase?.close();
    await database.close();
  };
  const stoppedByItself = runner.stopped.then(() => {
    if (stopping) return new Promise<never>(() => undefined);
    throw new Error('Graphile Worker has stopped by itself');
  });
  return { stop, ended: Promise.race([presence.lost, stoppedByItself]) };
}
