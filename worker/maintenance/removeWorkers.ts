import type { Sql } from '../../src/database/connection.ts';
import { batchSize } from './batches.ts';

/** Days that a worker is still listed after it has stopped. */
const daysListed = 7;

/** Removes up to `batchSize` workers that stopped long ago; gives their number. */
export async function removeWorkers(sql: Sql): Promise<number> {
  const { rowCount } = await sql.query(
    `DELETE FROM worker WHERE id IN (
       SELECT id FROM worker WHERE stopped_at < now() - $1 * interval '1 day'
       ORDER BY stopped_at LIMIT $2 FOR UPDATE SKIP LOCKED)`,
    [daysListed, batchSize],
  );
  return rowCount ?? 0;
}
