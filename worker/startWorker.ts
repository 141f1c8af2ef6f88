import { setTimeout as delay } from 'node:timers/promises';
import { v7 as uuid } from 'uuid';
import type { Config } from '../src/config.ts';
import { connect, type Database } from '../src/database/connection.ts';
import { refuseUnmigratedDatabase } from '../src/database/migrations/migrationState.ts';
import { waitUntilUsable } from '../src/database/migrations/refuseUnusable.ts';
import { retryWhileUnavailable } from '../src/database/outages/retryWhileUnavailable.ts';
import { type EventHub, startEventHub } from '../src/events/listener/hub.ts';
import { orderParameters } from '../src/jobs/queue/sql/queueOrder.ts';
import { startRecovery } from '../src/jobs/recovery/startRecovery.ts';
import type { Logger } from '../src/log.ts';
import { urlOf } from '../src/service/http/httpServer.ts';
import { serveMetrics } from '../src/service/http/metricsServer.ts';
import {
  databaseCheck,
  diskCheck,
  eventsCheck,
  migrationsCheck,
  type ReadinessCheck,
} from '../src/service/http/readiness.ts';
import type { RunningService } from '../src/service/runService.ts';
import { type ServiceProcess, unsupervised } from '../src/service/supervisor.ts';
import type { WorkerContext } from './attempt/state/workerContext.ts';
import { createPlanner } from './createPlanner.ts';
import type { FetchWatch } from './fetchWatch.ts';
import { fetchCheck, serveHealth } from './health.ts';
import { type JobRunner, startJobRunner } from './jobRunner.ts';
import { warmUpLayout } from './layout/thread/warmUp.ts';
import { createWorkerMetrics } from './metrics.ts';
import { type Presence, startPresence } from './presence.ts';
import type { CleanUpMetrics } from './tasks/cleanUpMetrics.ts';

/**
 * Running jobs for which there is a connection each. They use it for a few milliseconds at a time, so that more jobs than
 * that share them.
 */
const mostConnections = 16;
/** Connections besides these. */
const spareConnections = 4;
/** How long a stopping worker waits for a database that cannot be reached, in milliseconds. */
const outageGraceMs = 5_000;

/**
 * Starts the worker service; waits for an unavailable database. It takes no job before its health port is bound and it
 * is registered. A failed start closes everything that it has opened.
 * @param databaseUrl A migrated database: its direct address, if there is one, since Graphile Worker listens, too, and
 * the statements of attempts take longer to plan than to run.
 * @throws NodeJS.ErrnoException EADDRINUSE, EACCES: the port can't be used.
 * @throws pg.DatabaseError The database refuses the connection.
 */
export async function startWorker(
  config: Config,
  databaseUrl: string,
  log: Logger,
  context: ServiceProcess = unsupervised,
): Promise<RunningService> {
  const opened = new AsyncDisposableStack();
  try {
    return await openWorker(opened, config, databaseUrl, log, context);
  } catch (error) {
    await opened.disposeAsync();
    throw error;
  }
}

async function openWorker(
  opened: AsyncDisposableStack,
  config: Config,
  databaseUrl: string,
  log: Logger,
  { stopping, supervised }: ServiceProcess,
): Promise<RunningService> {
  const connections = Math.min(config.MAX_CONCURRENT_JOBS, mostConnections) + spareConnections;
  const database = opened.adopt(connect(databaseUrl, connections, log, config.SLOW_QUERY_MS), close);
  const { pool } = database;
  const running = new Set<string>();
  const state: WorkerState = { phase: 'starting', hub: undefined, fetching: undefined };
  const metrics = createWorkerMetrics({
    running: () => running.size,
    places: config.MAX_CONCURRENT_JOBS,
    ...database,
    dataDir: config.DATA_DIR,
    stalledMs: async () => (await state.fetching?.stalledMs(pool)) ?? 0,
  });
  const checks = readinessChecks(config, database, state);
  const health = await serveHealth({ config, log, metrics: metrics.registry, checks, supervised });
  opened.defer(() => {
    health.close();
    health.closeAllConnections();
  });
  const ownPort = { host: config.WORKER_HOST, port: config.WORKER_METRICS_PORT };
  opened.defer(await serveMetrics(ownPort, { config, log, registry: metrics.registry }));

  const variable = databaseUrl === config.DATABASE_DIRECT_URL ? 'DATABASE_DIRECT_URL' : 'DATABASE_URL';
  await waitUntilUsable(pool, { url: databaseUrl, variable }, log, stopping);
  await retryWhileUnavailable(stopping, () => refuseUnmigratedDatabase(pool));
  const hub = opened.adopt(startEventHub({ url: databaseUrl, pool, log }), close);
  state.hub = hub;
  const planner = createPlanner(config);
  const release = new AbortController();
  const shutdown = new AbortController();
  const context: WorkerContext = {
    ...{ pool, hub, planner, config, log, running },
    workerId: uuid(),
    metrics: metrics.attempts,
    releaseSignal: release.signal,
    shutdownSignal: shutdown.signal,
  };
  await warmUpLayout();
  const { runner, presence } = await startTakingJobs({
    ...{ context, databaseUrl, stopping, shutdown },
    cleanUpMetrics: metrics.cleanUps,
  });
  state.fetching = runner.fetching;
  opened.defer(() => presence.end());
  opened.defer(startRecovery(pool, log, orderParameters(config), metrics.recovery));
  state.phase = 'ok';
  log.info(
    {
      url: urlOf(health),
      workerId: context.workerId,
      planner: planner.name,
      model: planner.model,
      concurrency: config.MAX_CONCURRENT_JOBS,
    },
    'the worker is ready',
  );

  const stop: RunningService['stop'] = async ({ hurry }) => {
    state.phase = 'stopping';
    const stopped = stopRunner(runner, log);
    const grace = delay(config.SHUTDOWN_GRACE_MS, undefined, { signal: hurry, ref: false });
    await Promise.race([stopped, grace.catch(() => undefined)]);
    // Running attempts are released; another worker continues their jobs at once.
    release.abort();
    await abortAfterGrace(stopped, shutdown);
    await opened.disposeAsync();
  };
  const stoppedUnexpectedly = runner.stopped.then(() => {
    if (state.phase === 'stopping') return new Promise<never>(() => undefined);
    throw new Error('Graphile Worker has stopped unexpectedly');
  });
  return {
    stop,
    ended: Promise.race([presence.lost, stoppedUnexpectedly]),
    graceMs: config.SHUTDOWN_GRACE_MS + outageGraceMs,
  };
}

const close = (resource: Database | EventHub) => resource.close();

/** State of the worker; `ok` when it takes jobs. */
type WorkerState = {
  phase: 'starting' | 'ok' | 'stopping';
  hub: EventHub | undefined;
  fetching: FetchWatch | undefined;
};

function readinessChecks(
  { DATA_DIR }: Config,
  database: Database,
  state: WorkerState,
): Record<string, ReadinessCheck> {
  const { pool } = database;
  return {
    service: async () => state.phase === 'ok' || state.phase,
    database: databaseCheck(database),
    migrations: migrationsCheck(pool),
    events: async () => (state.hub === undefined ? 'not listening yet' : eventsCheck(state.hub)()),
    queue: async () =>
      state.fetching === undefined ? 'not fetched yet' : fetchCheck(state.fetching, pool)(),
    disk: diskCheck(DATA_DIR),
  };
}

/** Registers the worker and lets it take jobs. If that fails, jobs that it has fetched are passed on. */
async function startTakingJobs(options: {
  context: WorkerContext;
  databaseUrl: string;
  stopping: AbortSignal;
  shutdown: AbortController;
  cleanUpMetrics: CleanUpMetrics;
}): Promise<{ runner: JobRunner; presence: Presence }> {
  const { context, databaseUrl, stopping, shutdown, cleanUpMetrics } = options;
  const { pool, config, running, workerId, log } = context;
  const registered = Promise.withResolvers<void>();
  const runner = await retryWhileUnavailable(stopping, () =>
    startJobRunner({ context, mayStart: registered.promise, cleanUpMetrics, log }),
  );
  try {
    const worker = { id: workerId, poolId: runner.poolId, maxConcurrent: config.MAX_CONCURRENT_JOBS };
    const presence = await startPresence(
      {
        ...{ databaseUrl, pool, worker, running: () => [...running], log },
        perUser: config.MAX_CONCURRENT_JOBS_PER_USER,
      },
      stopping,
    );
    // Only now: recovery would not find the jobs of an unregistered worker that dies.
    registered.resolve();
    return { runner, presence };
  } catch (error) {
    const stopped = stopRunner(runner, log);
    registered.resolve(); // fetched entries are passed on to other workers
    await abortAfterGrace(stopped, shutdown);
    throw error;
  }
}

/** Waits for a runner to stop. Aborts its last statements when an outage of the database outlasts the grace time. */
async function abortAfterGrace(stopped: Promise<void>, shutdown: AbortController): Promise<void> {
  const timer = setTimeout(() => shutdown.abort(), outageGraceMs);
  await stopped;
  clearTimeout(timer);
}

async function stopRunner(runner: JobRunner, log: Logger): Promise<void> {
  await runner
    .stop()
    .catch((error: unknown) => log.warn({ err: error }, 'Graphile Worker did not stop cleanly'));
}
