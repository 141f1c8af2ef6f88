import { statement } from '../../../src/database/statement.ts';

/**
 * Takes the advisory lock of the clean-up until the transaction ends, unless another has it. The transaction may be idle
 * for as long as the clean-up takes.
 */
export const lockCleanUp = statement.row<{ isLocked: boolean }, { key: number }>(`
  SELECT pg_try_advisory_xact_lock(:key) AS is_locked,
         set_config('idle_in_transaction_session_timeout', '0', true)`);
