import { statement } from '../../../database/statement.ts';
import type { QueueControl } from './readQueueControl.ts';

export const recordPause = statement.row<QueueControl, { userId: string; reason: string | null }>(`
  UPDATE queue_control
  SET paused_at = COALESCE(paused_at, now()),
      paused_by_id = CASE WHEN paused_at IS NULL OR :reason::text IS NOT NULL THEN :userId ELSE paused_by_id END,
      reason = COALESCE(:reason, reason)
  RETURNING paused_at, paused_by_id, reason`);
