import type { JobType } from '../../../database/generated/prisma/enums.ts';
import { statement } from '../../../database/statement.ts';
import { workerAlive } from '../../workers/sql/workerAlive.ts';

/** The state of the queue as a whole that waiting times depend on. */
export type QueueSnapshot = {
  /** The database's clock, by which all times of jobs go. */
  now: Date;
  paused: boolean;
  /** Jobs that the live workers can run at once; 0 when there are none. */
  slots: number;
  /** Running attempts. */
  running: number;
  /**
   * Median duration of recent successful attempts, in milliseconds, by type of job. A type that never completed is
   * absent.
   */
  medianRunMs: Partial<Record<JobType, number>>;
};

/** The 50 newest completed attempts' jobs of `type`. An imported source says nothing about an instruction. */
const recentJobs = (planner: string) => `
         (SELECT id, attempt FROM canvas_job
          WHERE status = 'COMPLETED' AND NOT cache_hit AND source IS NULL AND canvas_job.type = type.type
            AND ${planner}
          ORDER BY finished_at DESC LIMIT 50)`;

/**
 * Medians are those of the 50 newest jobs of the given planner and model, or, for a type that needs none, without one:
 * another planner takes another time.
 */
export const readQueueSnapshot = statement.row<QueueSnapshot, { planner: string; model: string | null }>(`
  SELECT
    now(),
    queue_control.paused_at IS NOT NULL AS paused,
    (SELECT COALESCE(sum(max_concurrent), 0)::int FROM worker WHERE ${workerAlive}) AS slots,
    (SELECT count(*)::int FROM job_attempt WHERE outcome IS NULL) AS running,
    (SELECT COALESCE(jsonb_object_agg(type, ms) FILTER (WHERE ms IS NOT NULL), '{}')
     FROM unnest(enum_range(NULL::job_type)) AS type, LATERAL (
       SELECT percentile_cont(0.5) WITHIN GROUP (
         ORDER BY extract(epoch FROM job_attempt.finished_at - job_attempt.started_at) * 1000) AS ms
       FROM (${recentJobs('planner = :planner AND model IS NOT DISTINCT FROM :model')}
         UNION ALL${recentJobs('planner IS NULL')}
       ) AS recent JOIN job_attempt ON job_id = id AND number = attempt
     ) AS median) AS median_run_ms
  FROM queue_control`);
