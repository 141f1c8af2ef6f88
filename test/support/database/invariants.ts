import type { Sql } from '../../../src/database/statement.ts';
import { isWaitingDuplicate } from '../../../src/jobs/queue/sql/waitingDuplicate.ts';

/** What must be true of every job at any time; each statement gives the jobs of which it is not. */
const statements: Record<string, string> = {
  'the log has gaps, or is not as long as last_seq says': `
    SELECT job.id FROM canvas_job job LEFT JOIN job_event event ON event.job_id = job.id
    GROUP BY job.id
    HAVING count(event.seq) <> job.last_seq OR min(event.seq) <> 1 OR max(event.seq) <> job.last_seq`,

  'JobQueued stands anywhere but first or after a terminal event': `
    SELECT job_id AS id FROM (${withNeighbours()}) AS event
    WHERE (type = 'JobQueued') <> (before IS NULL OR before IN ('JobCompleted', 'JobFailed', 'JobCancelled'))`,

  'something but JobQueued follows a terminal event': `
    SELECT job_id AS id FROM (${withNeighbours()}) AS event
    WHERE type IN ('JobCompleted', 'JobFailed', 'JobCancelled') AND after <> 'JobQueued'`,

  'the last event does not tell the state': `
    SELECT job.id FROM canvas_job job
    JOIN job_event event ON event.job_id = job.id AND event.seq = job.last_seq
    WHERE job.status::text <> COALESCE(
      CASE event.type WHEN 'JobCompleted' THEN 'COMPLETED' WHEN 'JobFailed' THEN 'FAILED'
        WHEN 'JobCancelled' THEN 'CANCELLED' WHEN 'JobCancelRequested' THEN 'CANCELLING'
        WHEN 'JobQueued' THEN 'QUEUED' WHEN 'JobRetryScheduled' THEN 'QUEUED'
        WHEN 'JobAttemptLost' THEN 'QUEUED' END, 'PROCESSING')`,

  'an attempt does not begin with JobStarted, or does so twice': `
    SELECT job_id AS id FROM job_event WHERE attempt > 0
    GROUP BY job_id, attempt
    HAVING count(*) FILTER (WHERE type = 'JobStarted') <> 1
      OR min(seq) <> min(seq) FILTER (WHERE type = 'JobStarted')`,

  'an attempt goes on after it has ended': `
    SELECT job_id AS id FROM (
      SELECT job_id, type, payload,
             bool_or(type IN ('JobRetryScheduled', 'JobAttemptLost', 'JobCompleted', 'JobFailed', 'JobCancelled'))
               OVER (PARTITION BY job_id, attempt ORDER BY seq ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS ended
      FROM job_event WHERE attempt > 0
    ) AS event
    WHERE ended AND type NOT IN ('JobQueued', 'JobCancelled')
      AND NOT (type = 'JobRetryScheduled' AND payload @> '{"requested": true}')`,

  'events of an older attempt stand after those of a newer one': `
    SELECT job_id AS id FROM (
      SELECT job_id, attempt, max(attempt) OVER (PARTITION BY job_id ORDER BY seq) AS newest FROM job_event
    ) AS event
    WHERE attempt < newest`,

  'attempts are missing, or an open one is not that of a running job': `
    SELECT job.id FROM canvas_job job LEFT JOIN job_attempt attempt ON attempt.job_id = job.id
    GROUP BY job.id
    HAVING count(attempt.number) <> job.attempt OR COALESCE(max(attempt.number), 0) <> job.attempt
      OR COALESCE(max(attempt.number) FILTER (WHERE outcome IS NULL), 0)
         <> CASE WHEN job.status IN ('PROCESSING', 'CANCELLING') THEN job.attempt ELSE 0 END
      OR count(*) FILTER (WHERE attempt.number IS NOT NULL AND outcome IS NULL) > 1`,

  'a completed job has not made exactly one version, or another has, that kept nothing': `
    SELECT job.id FROM canvas_job job LEFT JOIN canvas_version version ON version.job_id = job.id
    LEFT JOIN job_event event ON event.job_id = job.id AND event.seq = job.last_seq
    GROUP BY job.id, event.type, event.payload
    HAVING count(version.number) <> CASE
      WHEN event.type = 'JobCompleted' OR event.payload ->> 'keptPartial' = 'true' THEN 1 ELSE 0 END`,

  'versions of its canvas, with those that were joined, do not count up to the newest': `
    SELECT job.id FROM canvas_job job JOIN canvas ON canvas.id = job.canvas_id
    WHERE canvas.version <> (SELECT COALESCE(sum(number - COALESCE(previous_number, 0)), 0)
                             FROM canvas_version WHERE canvas_id = canvas.id)
       OR canvas.version <> COALESCE((SELECT max(number) FROM canvas_version WHERE canvas_id = canvas.id), 0)`,

  'statistics miss an acceptance or an end, or attempts of a job that is over': `
    SELECT job.id FROM canvas_job job
    WHERE (SELECT count(*) FROM job_event WHERE job_id = job.id
             AND (type IN ('JobCompleted', 'JobFailed', 'JobCancelled') OR payload ->> 'retry' = 'false'))
       <> (SELECT count(*) FROM job_fact WHERE job_id = job.id)
      OR (job.finished_at IS NOT NULL
          AND job.attempt <> (SELECT sum(attempts) FROM job_fact WHERE job_id = job.id))`,

  'a waiting job has no wake-up': `
    SELECT job.id FROM canvas_job job WHERE job.status = 'QUEUED' AND NOT ${isWaitingDuplicate('job')}
      AND NOT EXISTS (SELECT 1 FROM graphile_worker.jobs WHERE key = 'canvas_job:' || job.id)`,
};

function withNeighbours(): string {
  return `SELECT job_id, type, lag(type) OVER log AS before, lead(type) OVER log AS after
    FROM job_event WINDOW log AS (PARTITION BY job_id ORDER BY seq)`;
}

/** What is wrong with the jobs in the database; empty when nothing is. */
export async function findViolations(sql: Sql): Promise<string[]> {
  const union = Object.entries(statements)
    .map(([sentence, statement]) => `SELECT '${sentence}' AS sentence, id::text FROM (${statement}) AS found`)
    .join(' UNION ALL ');
  const { rows } = await sql.query<{ sentence: string; id: string }>(union);
  return rows.map(({ sentence, id }) => `${sentence}: job ${id}`);
}
