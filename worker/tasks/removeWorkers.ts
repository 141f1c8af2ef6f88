import type { Sql } from '../../src/database/connection.ts';

/** Days that a worker is still listed after it has stopped. */
const daysListed = 7;

/** Removes up to `size` workers that stopped long ago; gives their number. */
export async function removeWorkers(sql: Sql, size: number): Promise<number> {
  const { rowCount } = await sql.query(
    `DELETE FROM worker WHERE id = ANY(ARRAY(
       SELECT id FROM worker WHERE stopped_at < now() - $1 * interval '1 day'
       ORDER BY stopped_at LIMIT $2 FOR UPDATE SKIP LOCKED))`,
    [daysListed, size],
  );
  return rowCount ?? 0;
}
