import type { Sql } from '../../src/database/connection.ts';

/** How long a stopped worker is listed, in days. */
const daysListed = 7;

/** Removes up to `size` workers that stopped long ago. @returns How many. */
export async function removeWorkers(sql: Sql, size: number): Promise<number> {
  const { rowCount } = await sql.query(
    `DELETE FROM worker WHERE id = ANY(ARRAY(
       SELECT id FROM worker WHERE stopped_at < now() - $1 * interval '1 day'
       ORDER BY stopped_at LIMIT $2 FOR UPDATE SKIP LOCKED))`,
    [daysListed, size],
  );
  return rowCount ?? 0;
}
