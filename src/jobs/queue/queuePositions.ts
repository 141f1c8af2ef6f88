import type { Sql } from '../../database/connection.ts';
import { statement } from '../../database/statement.ts';
import { levelsParameter, type PriorityLevels, queueOrder } from './queueOrder.ts';

/**
 * Places of jobs in the queue, in the order in which jobs really start: 1 for the next to start. Jobs that don't
 * wait for their turn have none.
 */
export async function queuePositions(
  sql: Sql,
  jobIds: readonly string[],
  levels: PriorityLevels,
): Promise<Map<string, number>> {
  const rows = await readPositions(sql, { levels: levelsParameter(levels), jobIds });
  return new Map(rows.map(({ id, position }) => [id, position]));
}

const readPositions = statement.rows<
  { id: string; position: number },
  { levels: number[]; jobIds: readonly string[] }
>(`SELECT id, position FROM (${queueOrder()}) AS queue WHERE id = ANY(:jobIds::uuid[])`);
