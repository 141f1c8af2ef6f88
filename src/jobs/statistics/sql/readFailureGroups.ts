import { statement } from '../../../database/statement.ts';
import type { JobErrorCode } from '../../jobErrorCode.ts';

/** Failed jobs with the same error code. */
export type FailureGroup = {
  code: JobErrorCode | 'UNKNOWN';
  count: number;
  lastFailedAt: Date;
  /** The job that failed last. */
  latestJobId: string;
};

/**
 * The jobs that failed within a time until now and were not retried since, by error code; the most frequent first.
 * Codes other than the known ones are one group.
 */
export const readFailureGroups = statement.rows<
  FailureGroup,
  { ownerId: string | null; windowMs: number; knownCodes: readonly JobErrorCode[] }
>(`
  SELECT CASE WHEN error_code = ANY(:knownCodes::text[]) THEN error_code ELSE 'UNKNOWN' END AS code,
         count(*)::int AS count,
         max(finished_at) AS last_failed_at,
         (array_agg(id ORDER BY finished_at DESC, id DESC))[1] AS latest_job_id
  FROM canvas_job
  WHERE status = 'FAILED' AND finished_at >= now() - :windowMs * interval '1 millisecond'
    AND (:ownerId::uuid IS NULL OR owner_id = :ownerId)
  GROUP BY 1 ORDER BY count DESC, code`);
