import { statement } from '../../../database/statement.ts';

export const findCanvasByKey = statement.row<
  { id: string; inputHash: string },
  { ownerId: string; idempotencyKey: string | null }
>('SELECT id, input_hash FROM canvas WHERE owner_id = :ownerId AND idempotency_key = :idempotencyKey');
