import { statement } from '../../../src/database/statement.ts';

/** Deletes up to `limit` workers that stopped more than that many days ago. */
export const deleteStoppedWorkers = statement.count<{ days: number; limit: number }>(`
  DELETE FROM worker WHERE id = ANY(ARRAY(
    SELECT id FROM worker WHERE stopped_at < now() - :days * interval '1 day'
    ORDER BY stopped_at LIMIT :limit FOR UPDATE SKIP LOCKED))`);
