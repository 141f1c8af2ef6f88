import { statement } from '../../../database/statement.ts';
import { insertEvents } from '../../../events/log/sql/insertEventsOfJob.ts';
import { type Job, jobColumns } from '../../job.ts';
import { dueOfEach, type OrderParameters, oldestOfEach, queueOrder } from '../../queue/sql/queueOrder.ts';

/**
 * `events`: JSON of the first events of an attempt with the planner. `eventsWithoutPlanner`: as many, of one without.
 * `startable`: the states that a job can be started from.
 */
type StartParameters = OrderParameters & {
  startable: readonly Job['status'][];
  workerId: string;
  planner: string;
  model: string | null;
  timeLimitMs: number;
  progress: number;
  events: string;
  eventsWithoutPlanner: string;
};

/** Whether a job is planned by a planner; a source and a tidied canvas are read as they are. */
const needsPlanner = "canvas_job.type <> 'TIDY_CANVAS' AND canvas_job.source IS NULL";

const eventsOfAttempt =
  'CASE WHEN job.planner IS NULL THEN :eventsWithoutPlanner::jsonb ELSE :events::jsonb END';

/**
 * Starts an attempt at the first job in the queue: state, attempt, turn, and the first events of the attempt. Nothing
 * starts during a pause. A job whose row is locked is being cancelled; the next one in order is taken instead.
 */
const startFirstOf = (queue: string) =>
  statement.optionalRow<Job, StartParameters>(`
  WITH next AS (
    SELECT canvas_job.id, queue.owner_id, queue.level
    FROM (${queue}) AS queue JOIN canvas_job USING (id)
    WHERE canvas_job.status = ANY(:startable::job_status[])
      AND NOT EXISTS (SELECT FROM queue_control WHERE paused_at IS NOT NULL)
    ORDER BY queue.position
    LIMIT 1 FOR NO KEY UPDATE OF canvas_job SKIP LOCKED
  ), served AS (
    INSERT INTO turn (owner_id, level, served_at)
    SELECT owner_id, level, clock_timestamp() FROM next WHERE level IS NOT NULL
    ON CONFLICT (owner_id, level) DO UPDATE SET served_at = excluded.served_at
  ), job AS (
    UPDATE canvas_job
    SET status = 'PROCESSING', phase = 'PLANNING', attempt = attempt + 1, progress = :progress, object_count = 0,
        is_leader = canvas_job.cache_key IS NOT NULL,
        planner = CASE WHEN ${needsPlanner} THEN :planner END, model = CASE WHEN ${needsPlanner} THEN :model END,
        started_at = COALESCE(started_at, now()), next_attempt_at = NULL,
        error_code = NULL, error_message = NULL, error_retryable = NULL, error_suggestions = '{}', warnings = '{}',
        last_seq = last_seq + jsonb_array_length(:events::jsonb)
    FROM next WHERE canvas_job.id = next.id
    RETURNING canvas_job.*
  ), attempt AS (
    INSERT INTO job_attempt (job_id, number, worker_id, planner, model, deadline_at)
    SELECT id, attempt, :workerId, planner, model, now() + :timeLimitMs * interval '1 millisecond' FROM job
  ), appended AS (${insertEvents(eventsOfAttempt)})
  SELECT ${jobColumns} FROM job`);

/** The first of the queue, searched among the oldest jobs of all users. */
export const startOldestJob = startFirstOf(queueOrder(oldestOfEach));

/** The first of the whole queue: for the rare case that the oldest jobs of all users are locked. */
export const startAnyJob = startFirstOf(queueOrder(dueOfEach));
