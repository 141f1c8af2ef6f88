import type { QueueControl as QueueControlRow } from '../../../database/generated/prisma/client.ts';
import { statement } from '../../../database/statement.ts';

/**
 * Whether the queue is paused: `pausedAt` is null while it runs; `reason` is what the operator gave, whose id is
 * `pausedById`.
 */
export type QueueControl = Pick<QueueControlRow, 'pausedAt' | 'pausedById' | 'reason'>;

export const readQueueControl = statement.row<QueueControl>(
  'SELECT paused_at, paused_by_id, reason FROM queue_control',
);
