import type { JobPriority } from '../../../database/generated/prisma/enums.ts';
import { isWaitingDuplicate } from './waitingDuplicate.ts';

/**
 * Level of each priority: jobs of a higher level start first, priorities of the same level share one queue.
 * Set by PRIORITY_LEVELS.
 */
export type PriorityLevels = Record<JobPriority, number>;

/** The parameter of `queueOrder`. */
export type LevelsParameter = { levels: number[] };

/** In the order in which the database declares the priorities. */
export function levelsParameter(levels: PriorityLevels): number[] {
  return [levels.LOW, levels.NORMAL, levels.HIGH, levels.URGENT];
}

/** Whether a job in `canvas_job` waits for nothing but its turn. */
const waitsForTurn = `status = 'QUEUED' AND (next_attempt_at IS NULL OR next_attempt_at <= now())
      AND NOT ${isWaitingDuplicate('canvas_job')}`;

/**
 * The one definition of the order in which waiting jobs start, as a subquery: `id`, `owner_id`, `level`, and
 * `position` from 1. Within a level users take turns, the one who was served least recently first, each with their
 * oldest job on that level. So a user with one job waits for one job of each other user, not for all.
 * @param jobs Query of `id`, `owner_id`, `priority` and `created_at`: the jobs to put in order; usually all that wait.
 */
export function queueOrder(
  jobs = `SELECT id, owner_id, priority, created_at FROM canvas_job WHERE ${waitsForTurn}`,
): string {
  return `
  SELECT waiting.id, waiting.owner_id, waiting.level,
         row_number() OVER (
           ORDER BY waiting.level DESC, waiting.round, turn.served_at NULLS FIRST, waiting.head_at, waiting.head
         )::int AS position
  FROM (
    SELECT id, owner_id, level, row_number() OVER own AS round,
           first_value(created_at) OVER own AS head_at, first_value(id) OVER own AS head
    FROM (${jobs}) AS job,
         LATERAL (SELECT (:levels::int[])[array_position(enum_range(NULL::job_priority), priority)] AS level) AS mapped
    WINDOW own AS (PARTITION BY level, owner_id ORDER BY created_at, id)
  ) AS waiting
  LEFT JOIN turn ON turn.owner_id = waiting.owner_id AND turn.level = waiting.level`;
}

/**
 * The oldest job of every user with every priority, for `queueOrder`: the next to start is among them. It takes one
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
    WHERE priority = asking.priority AND owner_id = asking.owner_id AND ${waitsForTurn}
    ORDER BY created_at, id LIMIT 1) AS oldest`;
