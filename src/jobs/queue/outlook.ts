import type { PlannerIdentity } from '../../cache/plannerIdentity.ts';
import { onlyRow, type Sql } from '../../database/connection.ts';
import type { JobType } from '../../database/generated/prisma/enums.ts';
import { workerAlive } from '../workers/registry.ts';

/** What jobs have to expect of the queue as a whole. */
export type Outlook = {
  /** The database's clock, which all times of jobs are by. */
  now: Date;
  paused: boolean;
  /** Jobs that the workers that are alive can run at once; 0 when none is. */
  places: number;
  /** Attempts that run. */
  running: number;
  /** Median length of recent attempts that succeeded, in milliseconds, by type of job; without those never seen. */
  runMs: Partial<Record<JobType, number>>;
};

/** Jobs that a median goes by, the newest ones. */
const sampleSize = 50;

/** @param planner Whose attempts count: another one takes another time. */
export async function readOutlook(sql: Sql, planner: PlannerIdentity): Promise<Outlook> {
  const { rows } = await sql.query<Outlook>(statement, [sampleSize, planner.name, planner.model]);
  return onlyRow(rows);
}

const statement = `
  SELECT
    now(),
    queue_control.paused_at IS NOT NULL AS paused,
    (SELECT COALESCE(sum(max_concurrent), 0)::int FROM worker WHERE ${workerAlive}) AS places,
    (SELECT count(*)::int FROM job_attempt WHERE outcome IS NULL) AS running,
    (SELECT COALESCE(jsonb_object_agg(type, ms) FILTER (WHERE ms IS NOT NULL), '{}')
     FROM unnest(enum_range(NULL::job_type)) AS type, LATERAL (
       SELECT percentile_cont(0.5) WITHIN GROUP (
         ORDER BY extract(epoch FROM job_attempt.finished_at - job_attempt.started_at) * 1000) AS ms
       FROM (
         SELECT id, attempt FROM canvas_job
         WHERE status = 'COMPLETED' AND NOT cache_hit AND canvas_job.type = type.type
           AND planner = $2 AND model IS NOT DISTINCT FROM $3
         ORDER BY finished_at DESC LIMIT $1
       ) AS recent JOIN job_attempt ON job_id = id AND number = attempt
     ) AS median) AS "runMs"
  FROM queue_control`;
