import type { CanvasJob } from '../../../database/generated/prisma/client.ts';
import { statement } from '../../../database/statement.ts';

export type NewJob = Pick<
  CanvasJob,
  | 'id'
  | 'ownerId'
  | 'canvasId'
  | 'type'
  | 'priority'
  | 'instruction'
  | 'kind'
  | 'source'
  | 'fileName'
  | 'selection'
  | 'useCache'
  | 'idempotencyKey'
  | 'inputHash'
  | 'maxAttempts'
  | 'cacheKey'
>;

export const insertJob = statement.count<NewJob>(`
  INSERT INTO canvas_job (id, owner_id, canvas_id, type, priority, instruction, kind, source, file_name,
                          selection, use_cache, idempotency_key, input_hash, max_attempts, cache_key)
  VALUES (:id, :ownerId, :canvasId, :type, :priority, :instruction, :kind, :source, :fileName,
          :selection, :useCache, :idempotencyKey, :inputHash, :maxAttempts, :cacheKey)`);
