import { statement } from '../../../database/statement.ts';
import type { QueueControl } from './readQueueControl.ts';

export const clearPause = statement.row<QueueControl>(`
  UPDATE queue_control SET paused_at = NULL, paused_by_id = NULL, reason = NULL RETURNING paused_at, paused_by_id, reason`);
