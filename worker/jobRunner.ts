import { EventEmitter } from 'node:events';
import { type Runner, run, type Task, type WorkerEvents } from 'graphile-worker';
import type pg from 'pg';
import { z } from 'zod';
import { retryWhileUnavailable } from '../src/database/retryWhileUnavailable.ts';
import { startNextAttempt } from '../src/jobs/attempts/startNextAttempt.ts';
import { enqueue, runNextJobTask } from '../src/jobs/queue/queueEntries.ts';
import type { Logger } from '../src/log.ts';
import { runAttempt } from './attempt/runAttempt.ts';
import type { WorkerContext } from './attempt/workerContext.ts';
import { type FetchWatch, watchFetching } from './fetchWatch.ts';
import { graphileLogger } from './graphileLogger.ts';
import { cleanUpTask, createCleanUpTask, keepCleanUpDue } from './tasks/schedule.ts';

/** Graphile Worker at work on canvas jobs. */
export type JobRunner = {
  /** Name that Graphile's locks go by, for whoever has to free them. */
  poolId: string;
  /** Settles when Graphile takes no more jobs, for whatever reason; some may still run. */
  stopped: Promise<void>;
  /** Takes no more jobs; resolves when the running ones have ended. */
  stop(): Promise<void>;
  /** Whether it takes what waits. */
  fetching: FetchWatch;
};

const pollIntervalMs = 1_000;

/**
 * Starts taking jobs, once `mayStart` has resolved.
 * @param options.queuePool What Graphile Worker uses for itself: its `LISTEN` needs connections that keep their session.
 */
export async function startJobRunner(options: {
  context: WorkerContext;
  queuePool: pg.Pool;
  mayStart: Promise<void>;
  log: Logger;
}): Promise<JobRunner> {
  const { context, queuePool, log } = options;
  const poolId = Promise.withResolvers<string>();
  const stopping = new AbortController();
  const events: WorkerEvents = new EventEmitter();
  events.once('pool:create', ({ workerPool }) => poolId.resolve(workerPool.id));
  // After one statement that failed at the wrong moment it starts nothing more, and stops only when the last job
  // has ended. That may be half an hour later, so its intent counts.
  const givenUp = new Promise<void>((resolve) => events.once('pool:gracefulShutdown', () => resolve()));
  const fetching = watchFetching(events, context.config.MAX_CONCURRENT_JOBS);
  const runner: Runner = await run({
    pgPool: queuePool,
    taskList: {
      [runNextJobTask]: createTask(options, stopping.signal),
      [cleanUpTask]: createCleanUpTask(context, stopping.signal),
    },
    // What is due by the clock goes by the database's: see `keepCleanUpDue`.
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
    stopped: Promise.race([givenUp, runner.promise]).catch((error: unknown) =>
      log.error({ err: error }, 'Graphile Worker has failed'),
    ),
    async stop() {
      stopping.abort();
      await Promise.all([runner.stop(), scheduling]);
    },
  };
}

const permission = z.object({ jobId: z.string() });

/** A Graphile job is permission to run one canvas job: the one that is next when it starts. */
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
      // Taken in the last moment: passed on to a worker that can bring it to an end.
      const { jobId } = permission.parse(payload);
      return retryWhileUnavailable(context.shutdownSignal, () => enqueue(pool, jobId));
    }
    const job = await retryWhileUnavailable(context.shutdownSignal, () =>
      startNextAttempt(pool, starter, config.PRIORITY_LEVELS),
    );
    // Null when no job can start: it was cancelled, waits for its leader, or another wake-up was faster.
    if (job !== null) await runAttempt(context, job);
  };
}
