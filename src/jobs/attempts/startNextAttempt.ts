import type pg from 'pg';
import { plainText } from '../../canvas/model/plainText.ts';
import { inOneMessage } from '../../database/transaction.ts';
import { notifyJobChange } from '../../events/listener/notifyChanges.ts';
import type { NewJobEvent } from '../../events/log/jobEvent.ts';
import type { Job } from '../job.ts';
import { orderParameters, type PriorityLevels } from '../queue/sql/queueOrder.ts';
import { transitions } from '../transitions.ts';
import { lockQueue } from './sql/lockQueue.ts';
import { startAnyJob, startOldestJob } from './sql/startJob.ts';

/** Who takes a job, what it will be planned with, and how long an attempt may take, in milliseconds. */
export type Starter = { workerId: string; planner: string; model: string | null; timeLimitMs: number };

/** Progress of a job whose planner has been asked. */
const planningProgress = 0.02;

/**
 * Takes the next job of the queue and begins an attempt at it: state, attempt, turn, and the first events of the
 * attempt are committed together.
 * @param perUser How many jobs of one user may run at once in the whole installation; null: any number.
 * @returns The job as it is then, or null when none may start or the queue is paused.
 */
export async function startNextAttempt(
  pool: pg.Pool,
  starter: Starter,
  levels: PriorityLevels,
  perUser: number | null = null,
): Promise<Job | null> {
  const model = starter.model === null ? null : plainText(starter.model);
  const parameters = {
    ...starter,
    model,
    ...orderParameters({ PRIORITY_LEVELS: levels, MAX_CONCURRENT_JOBS_PER_USER: perUser }),
    startable: transitions.start.from,
    progress: planningProgress,
    events: firstEvents({ planner: starter.planner, model }),
    eventsWithoutPlanner: firstEvents({ planner: null, model: null }),
  };
  // The lock is all that limits how many jobs start in a second: it is held while the server works, not while it waits
  // for this process.
  const startFirst = (start: typeof startOldestJob) =>
    inOneMessage(pool, async (tx) => {
      const [, job] = await Promise.all([lockQueue(tx), start(tx, parameters)]);
      if (job !== undefined) notifyJobChange(tx, { ...job, jobId: job.id });
      return job;
    });
  return (await startFirst(startOldestJob)) ?? (await startFirst(startAnyJob)) ?? null;
}

/** JSON of the first events of an attempt. */
function firstEvents(plannedBy: { planner: string | null; model: string | null }): string {
  const events: NewJobEvent[] = [
    { type: 'JobStarted', payload: plannedBy },
    { type: 'JobProgressed', payload: { phase: 'PLANNING', progress: planningProgress } },
  ];
  return JSON.stringify(events);
}
