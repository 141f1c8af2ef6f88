import type { JobPriority } from '../../../database/generated/prisma/enums.ts';
import { isWaitingDuplicate } from './waitingDuplicate.ts';

/**
 * Level of each priority: jobs of a higher level start first, priorities of the same level share one queue.
 * Set by PRIORITY_LEVELS.
 */
export type PriorityLevels = Record<JobPriority, number>;

type OrderConfig = { PRIORITY_LEVELS: PriorityLevels; MAX_CONCURRENT_JOBS_PER_USER?: number | null };

/**
 * The parameters of `queueOrder`. `levels`: in the order in which the database declares the priorities. `perUser`: how
 * many jobs of one user may run at once in the whole installation; null: any number.
 */
export type OrderParameters = { levels: number[]; perUser: number | null };

/** The parameters of the queue's order that are configured. */
export function orderParameters({
  PRIORITY_LEVELS: levels,
  MAX_CONCURRENT_JOBS_PER_USER: perUser = null,
}: OrderConfig): OrderParameters {
  return { levels: [levels.LOW, levels.NORMAL, levels.HIGH, levels.URGENT], perUser };
}

/** Joins the level of a priority, as `level`. */
const itsLevel = `
         LATERAL (SELECT (:levels::int[])[array_position(enum_range(NULL::job_priority), priority)] AS level) AS mapped`;

/** Whether a job in `canvas_job` waits for neither its retry nor its leader. */
const isDue = `status = 'QUEUED' AND (next_attempt_at IS NULL OR next_attempt_at <= now())
      AND NOT ${isWaitingDuplicate('canvas_job')}`;

/** The running jobs, of which there are few, by owner. */
const runningJobs = `
      SELECT owner_id, count(*) AS jobs FROM canvas_job WHERE status IN ('PROCESSING', 'CANCELLING') GROUP BY owner_id`;

/**
 * Whether a due job waits for other jobs of its owner: so many run, or start before it, that it would exceed
 * `:perUser`. Without a limit, this is false and reads nothing.
 * @param job Name or alias of the job's table.
 */
export function waitsForOwnJobs(job: string): string {
  return `(:perUser::int IS NOT NULL AND ${job}.id IN (
    SELECT id FROM (
      SELECT id, COALESCE(running.jobs, 0)
                 + row_number() OVER (PARTITION BY owner_id ORDER BY level DESC, created_at, id) AS place
      FROM canvas_job LEFT JOIN (${runningJobs}) AS running USING (owner_id),${itsLevel}
      WHERE ${isDue}
    ) AS due WHERE place > :perUser))`;
}

/** Whether another job of a user may start now. Without a limit, this is true and reads nothing. */
const mayStartAnother = (owner: string) => `(:perUser::int IS NULL OR ${owner} NOT IN (
      SELECT owner_id FROM (${runningJobs}) AS running WHERE jobs >= :perUser))`;

/** The jobs that wait for nothing but their turn. */
const waitingForTurn = `
  SELECT id, owner_id, priority, created_at FROM canvas_job WHERE ${isDue} AND NOT ${waitsForOwnJobs('canvas_job')}`;

/**
 * The one definition of the order in which waiting jobs start, as a subquery: `id`, `owner_id`, `level`, and
 * `position` from 1. Within a level users take turns, the one who was served least recently first, each with their
 * oldest job on that level. So a user with one job waits for one job of each other user, not for all.
 * @param jobs Query of `id`, `owner_id`, `priority` and `created_at`: the jobs to put in order; usually all that wait for nothing
 * but their turn.
 */
export function queueOrder(jobs = waitingForTurn): string {
  return `
  SELECT waiting.id, waiting.owner_id, waiting.level,
         row_number() OVER (
           ORDER BY waiting.level DESC, waiting.round, turn.served_at NULLS FIRST, waiting.head_at, waiting.head
         )::int AS position
  FROM (
    SELECT id, owner_id, level, row_number() OVER own AS round,
           first_value(created_at) OVER own AS head_at, first_value(id) OVER own AS head
    FROM (${jobs}) AS job,${itsLevel}
    WINDOW own AS (PARTITION BY level, owner_id ORDER BY created_at, id)
  ) AS waiting
  LEFT JOIN turn ON turn.owner_id = waiting.owner_id AND turn.level = waiting.level`;
}

/** All due jobs of users who may start another one, for `queueOrder`. */
export const dueOfEach = `
  SELECT id, owner_id, priority, created_at FROM canvas_job WHERE ${isDue} AND ${mayStartAnother('owner_id')}`;

/**
 * The oldest due job of every user who may start another one, with every priority, for `queueOrder`: the next to start is among
 * them. It takes one
 * step through the index for each user, so a long queue of few users costs little.
 */
export const oldestOfEach = `
  WITH RECURSIVE asking AS (
    (SELECT priority, owner_id FROM canvas_job WHERE status = 'QUEUED' ORDER BY priority, owner_id LIMIT 1)
    UNION ALL
    SELECT after.* FROM asking, LATERAL (
      SELECT priority, owner_id FROM canvas_job
      WHERE status = 'QUEUED' AND (priority, owner_id) > (asking.priority, asking.owner_id)
      ORDER BY priority, owner_id LIMIT 1) AS after
  )
  SELECT oldest.id, asking.owner_id, asking.priority, oldest.created_at FROM asking, LATERAL (
    SELECT id, created_at FROM canvas_job
    WHERE priority = asking.priority AND owner_id = asking.owner_id AND ${isDue}
    ORDER BY created_at, id LIMIT 1) AS oldest
  WHERE ${mayStartAnother('asking.owner_id')}`;
