import type { QueueControl as QueueControlRow } from '../../../database/generated/prisma/client.ts';
import { statement } from '../../../database/statement.ts';

/** Whether the queue is paused: `pausedAt` is null while it runs; `reason` is what the operator gave. */
export type QueueControl = Pick<QueueControlRow, 'pausedAt' | 'reason'>;

export const readQueueControl = statement.row<QueueControl>('SELECT paused_at, reason FROM queue_control');
