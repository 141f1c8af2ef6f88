import { statement } from '../../../database/statement.ts';

/** Sends a notification; within a transaction it is delivered at commit. */
export const notify = statement.count<{ channel: string; payload: string }>(
  'SELECT pg_notify(:channel, :payload)',
);
