import { statement } from '../../../database/statement.ts';
import { type OrderParameters, queueOrder } from './queueOrder.ts';

/**
 * Positions of jobs in the queue, in the order in which jobs really start: 1 for the next one. Jobs that don't wait for
 * their turn are absent.
 */
export const readQueuePositions = statement.rows<
  { id: string; position: number },
  OrderParameters & { jobIds: readonly string[] }
>(`SELECT id, position FROM (${queueOrder()}) AS queue WHERE id = ANY(:jobIds::uuid[])`);
