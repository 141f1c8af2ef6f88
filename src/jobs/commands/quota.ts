import { onlyRow, type Sql } from '../../database/connection.ts';
import { QuotaExceededError } from '../../errors.ts';

/** Makes whoever else wants to change the number of this user's active jobs wait for our transaction. */
export async function lockOwner(tx: Sql, ownerId: string): Promise<void> {
  await tx.query('SELECT 1 FROM app_user WHERE id = $1 FOR NO KEY UPDATE', [ownerId]);
}

/**
 * Refuses one more active job beyond the limit. Exact only under `lockOwner`.
 * @throws QuotaExceededError
 */
export async function refuseBeyondQuota(tx: Sql, ownerId: string, limit: number): Promise<void> {
  const { rows } = await tx.query<{ active: number }>(
    'SELECT count(*)::int AS active FROM canvas_job WHERE owner_id = $1 AND finished_at IS NULL',
    [ownerId],
  );
  const { active } = onlyRow(rows);
  if (active >= limit) throw new QuotaExceededError(active, limit);
}
