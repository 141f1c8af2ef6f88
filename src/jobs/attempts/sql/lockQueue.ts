import { statement } from '../../../database/statement.ts';

/** Locks the queue. One start at a time: turns are taken in order, and nothing starts once a pause is committed. */
export const lockQueue = statement.row<{ isPaused: boolean }>(
  'SELECT paused_at IS NOT NULL AS is_paused FROM queue_control FOR NO KEY UPDATE',
);
