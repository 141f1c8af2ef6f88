import type { Sql } from '../../database/connection.ts';
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
  const { rows } = await sql.query<{ id: string; position: number }>(
    `SELECT id, position FROM (${queueOrder('$1')}) AS queue WHERE id = ANY($2::uuid[])`,
    [levelsParameter(levels), jobIds],
  );
  return new Map(rows.map(({ id, position }) => [id, position]));
}
