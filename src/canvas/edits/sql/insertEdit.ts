import { statement } from '../../../database/statement.ts';

export const insertEdit = statement.any<{
  canvasId: string;
  idempotencyKey: string;
  inputHash: string;
  number: number | null;
  /** JSON. */
  conflicts: string;
  createdIds: readonly string[];
}>(`
  INSERT INTO canvas_edit (canvas_id, idempotency_key, input_hash, version_number, conflicts, created_ids)
  VALUES (:canvasId, :idempotencyKey, :inputHash, :number, :conflicts::jsonb, :createdIds::uuid[])`);
