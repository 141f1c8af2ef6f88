import { onlyRow, type Sql } from '../database/connection.ts';
import type { JobStatus } from '../database/generated/prisma/enums.ts';

/** Lengths in milliseconds below which half, 95 % and 99 % of the sample lie. */
export type Percentiles = { p50Ms: number; p95Ms: number; p99Ms: number };

/** Figures of the jobs in a window of time. */
export type JobStats = {
  from: Date;
  to: Date;
  /** Jobs by the state that they are in now: those accepted in the window, and all that are unfinished. */
  byStatus: { status: JobStatus; count: number }[];
  /** Accepted in the window. */
  created: number;
  /** Ended in the window, by how. */
  completed: number;
  failed: number;
  cancelled: number;
  /** From acceptance to first start, of the jobs that ended in the window; null when none did. */
  wait: Percentiles | null;
  /** From first start to the end, of the jobs that completed in the window; null when none did. */
  run: Percentiles | null;
};

/**
 * Figures of a window that ends now.
 * @param ownerId Whose jobs; null: everyone's.
 * @param windowMs Length of the window in milliseconds.
 */
export async function readJobStats(sql: Sql, ownerId: string | null, windowMs: number): Promise<JobStats> {
  const to = new Date();
  const from = new Date(to.getTime() - windowMs);
  const [totals, byStatus] = [
    await sql.query<TotalsRow>(totalsStatement, [ownerId, from]),
    await sql.query<{ status: JobStatus; count: number }>(byStatusStatement, [ownerId, from]),
  ];
  const { created, completed, failed, cancelled, wait, run } = onlyRow(totals.rows);
  return {
    from,
    to,
    byStatus: byStatus.rows,
    created,
    completed,
    failed,
    cancelled,
    wait: percentilesOf(wait),
    run: percentilesOf(run),
  };
}

type TotalsRow = {
  created: number;
  completed: number;
  failed: number;
  cancelled: number;
  wait: number[] | null;
  run: number[] | null;
};

function percentilesOf(values: number[] | null): Percentiles | null {
  const [p50Ms, p95Ms, p99Ms] = values ?? [];
  return p50Ms === undefined || p95Ms === undefined || p99Ms === undefined ? null : { p50Ms, p95Ms, p99Ms };
}

const percentiles = 'percentile_cont(ARRAY[0.5, 0.95, 0.99]) WITHIN GROUP (ORDER BY';

const totalsStatement = `
  SELECT
    (SELECT count(*)::int FROM canvas_job
     WHERE created_at >= $2 AND ($1::uuid IS NULL OR owner_id = $1)) AS created,
    count(*) FILTER (WHERE status = 'COMPLETED')::int AS completed,
    count(*) FILTER (WHERE status = 'FAILED')::int AS failed,
    count(*) FILTER (WHERE status = 'CANCELLED')::int AS cancelled,
    ${percentiles} extract(epoch FROM started_at - created_at) * 1000)
      FILTER (WHERE started_at IS NOT NULL) AS wait,
    ${percentiles} extract(epoch FROM finished_at - started_at) * 1000)
      FILTER (WHERE status = 'COMPLETED' AND started_at IS NOT NULL) AS run
  FROM canvas_job
  WHERE finished_at >= $2 AND ($1::uuid IS NULL OR owner_id = $1)`;

const byStatusStatement = `
  SELECT status, count(*)::int AS count FROM canvas_job
  WHERE (created_at >= $2 OR finished_at IS NULL) AND ($1::uuid IS NULL OR owner_id = $1)
  GROUP BY status ORDER BY status`;
