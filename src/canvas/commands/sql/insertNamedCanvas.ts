import { statement } from '../../../database/statement.ts';

/**
 * Inserts a canvas, unless its owner has one with this key; waits for a transaction that is inserting one. `isNamed`:
 * the owner chose the title, so jobs keep it.
 */
export const insertNamedCanvas = statement.any<{
  id: string;
  ownerId: string;
  title: string;
  isNamed: boolean;
  idempotencyKey: string | null;
  inputHash: string | null;
}>(`
  INSERT INTO canvas (id, owner_id, title, renamed_at, idempotency_key, input_hash)
  VALUES (:id, :ownerId, :title, CASE WHEN :isNamed THEN now() END, :idempotencyKey, :inputHash)
  ON CONFLICT (owner_id, idempotency_key) DO NOTHING`);
