import { EventEmitter } from 'node:events';
import { type Runner, run, type Task, type WorkerEvents } from 'graphile-worker';
import { z } from 'zod';
import { retryWhileUnavailable } from '../src/database/outages/retryWhileUnavailable.ts';
import { startNextAttempt } from '../src/jobs/attempts/startNextAttempt.ts';
import { cleanUpTask } from '../src/jobs/queue/cleanUpEntry.ts';
import { enqueue, runNextJobTask } from '../src/jobs/queue/queueEntries.ts';
import type { Logger } from '../src/log.ts';
import { runAttempt } from './attempt/runAttempt.ts';
import type { WorkerContext } from './attempt/state/workerContext.ts';
import { type FetchWatch, watchFetching } from './fetchWatch.ts';
import { graphileLogger } from './graphileLogger.ts';
import type { CleanUpMetrics } from './tasks/cleanUpMetrics.ts';
import { createCleanUpTask, keepCleanUpDue } from './tasks/schedule.ts';

/** Runs canvas jobs by Graphile Worker. */
export type JobRunner = {
  /** Id under which Graphile locks entries; recovery frees them by it. */
  poolId: string;
  /** Settles when Graphile takes no more jobs, for any reason; some may still run. */
  stopped: Promise<void>;
  /** Takes no more jobs; resolves when the running ones have ended. */
  stop(): Promise<void>;
  /** Whether it fetches the entries that wait. */
  fetching: FetchWatch;
};

const pollIntervalMs = 1_000;

/** Starts taking jobs, once `mayStart` has resolved. */
export async function startJobRunner(options: {
  context: WorkerContext;
  mayStart: Promise<void>;
  cleanUpMetrics: CleanUpMetrics;
  log: Logger;
}): Promise<JobRunner> {
  const { context, log } = options;
  const poolId = Promise.withResolvers<string>();
  const stopping = new AbortController();
  const events: WorkerEvents = new EventEmitter();
  events.once('pool:create', ({ workerPool }) => poolId.resolve(workerPool.id));
  // A failed statement can end Graphile's pool: it takes no more jobs, but stops only when the last one has ended, up
  // to half an hour later. Its announcement counts as the end.
  const shutdownBegun = new Promise<void>((resolve) => events.once('pool:gracefulShutdown', () => resolve()));
  const fetching = watchFetching(events, context.config.MAX_CONCURRENT_JOBS);
  const runner: Runner = await run({
    pgPool: context.pool,
    taskList: {
      [runNextJobTask]: createTask(options, stopping.signal),
      [cleanUpTask]: createCleanUpTask(context, options.cleanUpMetrics, stopping.signal),
    },
    // Scheduled by the database's clock instead: see `keepCleanUpDue`.
    parsedCronItems: [],
    concurrency: context.config.MAX_CONCURRENT_JOBS,
    pollInterval: pollIntervalMs,
    noHandleSignals: true,
    events,
    logger: graphileLogger(log),
    preset: {
      worker: {
        // With the default delays a graceful stop leaves the last job locked.
        completeJobBatchDelay: 0,
        failJobBatchDelay: 0,
        // A pooler in transaction mode lends sessions on which another process has prepared the same name already.
        preparedStatements: false,
      },
    },
  });
  const scheduling = keepCleanUpDue(context.pool, log, stopping.signal);
  return {
    fetching,
    poolId: await poolId.promise,
    stopped: Promise.race([shutdownBegun, runner.promise]).catch((error: unknown) =>
      log.error({ err: error }, 'Graphile Worker has failed'),
    ),
    async stop() {
      stopping.abort();
      await Promise.all([runner.stop(), scheduling]);
    },
  };
}

const permission = z.object({ jobId: z.string() });

/** A queue entry is permission to start one job: the one that is next then. */
function createTask(
  { context, mayStart }: Parameters<typeof startJobRunner>[0],
  stopping: AbortSignal,
): Task {
  const { planner, workerId, pool, config } = context;
  const starter = {
    workerId,
    planner: planner.name,
    model: planner.model,
    timeLimitMs: config.JOB_TIMEOUT_MS,
  };
  return async (payload) => {
    await mayStart;
    if (stopping.aborted) {
      // Fetched during the shutdown: pass it on to another worker.
      const { jobId } = permission.parse(payload);
      return retryWhileUnavailable(context.shutdownSignal, () => enqueue(pool, jobId));
    }
    const job = await retryWhileUnavailable(context.shutdownSignal, () =>
      startNextAttempt(pool, starter, config.PRIORITY_LEVELS, config.MAX_CONCURRENT_JOBS_PER_USER),
    );
    // Null when no job can start: it was cancelled, waits for its leader or its owner's other jobs, or another worker
    // started it.
    if (job !== null) await runAttempt(context, job);
  };
}
