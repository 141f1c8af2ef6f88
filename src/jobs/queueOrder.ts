import type { JobPriority } from '../database/generated/prisma/enums.ts';

/**
 * Level of each priority: jobs of a higher level start first, priorities of the same level share one queue.
 * Set by PRIORITY_LEVELS.
 */
export type PriorityLevels = Record<JobPriority, number>;

/** The levels as a parameter of `queueOrder`: in the order in which the database declares the priorities. */
export function levelsParameter(levels: PriorityLevels): number[] {
  return [levels.LOW, levels.NORMAL, levels.HIGH, levels.URGENT];
}

/**
 * Whether the very same is being generated for another job: the job in `canvas_job` joins that, or finds its result
 * in the cache, and needs no place of its own.
 */
export const sameRequestRuns = `(canvas_job.type = 'CREATE_CANVAS' AND EXISTS (
        SELECT 1 FROM canvas_job AS same
        WHERE same.cache_key = canvas_job.cache_key AND same.finished_at IS NULL
          AND same.status = 'PROCESSING' AND same.type = 'CREATE_CANVAS'))`;

/**
 * The one definition of the order in which waiting jobs start, as a subquery: `id`, `owner_id`, `level`, and
 * `position` from 1. Within a level users take turns, whoever was served least recently first, each with the
 * oldest job that they have there. So someone with one job waits for one job each of the others, not for all.
 * @param levels Placeholder of `levelsParameter`, such as `$1`.
 */
export const queueOrder = (levels: string): string => `
  SELECT waiting.id, waiting.owner_id, waiting.level,
         row_number() OVER (ORDER BY waiting.level DESC, waiting.round, turn.served_at NULLS FIRST, waiting.head)::int AS position
  FROM (
    SELECT id, owner_id, level, row_number() OVER own AS round, first_value(id) OVER own AS head
    FROM canvas_job,
         LATERAL (SELECT (${levels}::int[])[array_position(enum_range(NULL::job_priority), priority)] AS level) AS mapped
    WHERE status = 'QUEUED' AND (next_attempt_at IS NULL OR next_attempt_at <= now())
      AND NOT ${sameRequestRuns}
    WINDOW own AS (PARTITION BY level, owner_id ORDER BY id)
  ) AS waiting
  LEFT JOIN turn ON turn.owner_id = waiting.owner_id AND turn.level = waiting.level`;
