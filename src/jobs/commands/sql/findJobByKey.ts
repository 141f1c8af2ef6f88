import { statement } from '../../../database/statement.ts';

export const findJobByKey = statement.optionalRow<
  { id: string; inputHash: string },
  { ownerId: string; idempotencyKey: string }
>('SELECT id, input_hash FROM canvas_job WHERE owner_id = :ownerId AND idempotency_key = :idempotencyKey');
