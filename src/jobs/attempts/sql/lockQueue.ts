import { statement } from '../../../database/statement.ts';

/** Locks the queue. One start at a time: turns are taken in order, and nothing starts once a pause is committed. */
export const lockQueue = statement.any('SELECT 1 FROM queue_control FOR NO KEY UPDATE');
