import type pg from 'pg';
import type { Config } from '../../src/config.ts';
import type { EventHub } from '../../src/events/listener/hub.ts';
import type { Logger } from '../../src/log.ts';
import type { Planner } from '../planners/planner.ts';
import type { Outcome } from './outcome.ts';

/** What running jobs takes; one for the life of the worker. */
export type Engine = {
  pool: pg.Pool;
  hub: Pick<EventHub, 'subscribe'>;
  planner: Planner;
  config: Config;
  log: Logger;
  workerId: string;
  /** Ids of the jobs that are being run. */
  running: Set<string>;
  /** Told of each attempt that has ended. */
  attemptEnded(outcome: Outcome['type'], seconds: number): void;
  /** Aborted when running attempts have to be handed back, because the worker stops. */
  handBack: AbortSignal;
  /** Aborted when the worker gives up waiting for a database that cannot be reached. */
  giveUp: AbortSignal;
};
