import { statement } from '../../../database/statement.ts';

/** Gives false when the worker was declared dead: its jobs run elsewhere, and it has to stop. */
export const sendHeartbeat = statement.any<{ workerId: string }>(
  'UPDATE worker SET heartbeat_at = now() WHERE id = :workerId AND stopped_at IS NULL',
);
