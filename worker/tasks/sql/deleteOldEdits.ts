import { statement } from '../../../src/database/statement.ts';

/** Deletes edits that were saved more than so many days ago. They stay in the versions; only their keys go. */
export const deleteOldEdits = statement.count<{ days: number; limit: number }>(`
  DELETE FROM canvas_edit WHERE (canvas_id, idempotency_key) IN (
    SELECT canvas_id, idempotency_key FROM canvas_edit
    WHERE created_at < now() - :days * interval '1 day'
    ORDER BY created_at LIMIT :limit
    FOR UPDATE SKIP LOCKED)`);
