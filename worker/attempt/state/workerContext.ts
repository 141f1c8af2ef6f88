import type pg from 'pg';
import type { Config } from '../../../src/config.ts';
import type { EventHub } from '../../../src/events/listener/hub.ts';
import type { Logger } from '../../../src/log.ts';
import type { Planner } from '../../planners/planner.ts';
import type { AttemptMetrics } from './attemptMetrics.ts';

/** What every attempt of a worker needs; one for the life of the process. */
export type WorkerContext = {
  pool: pg.Pool;
  hub: Pick<EventHub, 'subscribe'>;
  planner: Planner;
  config: Config;
  log: Logger;
  workerId: string;
  /** Ids of the jobs whose attempts run in this process. */
  running: Set<string>;
  metrics: AttemptMetrics;
  /** Aborted when running attempts have to be released, because the worker stops. */
  releaseSignal: AbortSignal;
  /** Aborted when a stopping worker no longer waits for a database that cannot be reached. */
  shutdownSignal: AbortSignal;
};
