import { statement } from '../../../database/statement.ts';
import type { Conflict } from '../../model/changes/conflict.ts';

/** The first result of an edit with this key. */
export const findEdit = statement.optionalRow<
  { inputHash: string; number: number | null; conflicts: Conflict[]; createdIds: string[] },
  { canvasId: string; idempotencyKey: string }
>(`
  SELECT input_hash, version_number AS number, conflicts, created_ids
  FROM canvas_edit WHERE canvas_id = :canvasId AND idempotency_key = :idempotencyKey`);
