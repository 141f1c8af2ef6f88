import type { ResultCache } from '../../database/generated/prisma/client.ts';
import { statement } from '../../database/statement.ts';

/** `result` is JSON. */
export const upsertCachedResult = statement.count<
  Omit<ResultCache, 'result' | 'hits' | 'createdAt' | 'lastUsedAt'> & { result: string }
>(`
  INSERT INTO result_cache (key, result, planner, model, object_count, input_tokens, output_tokens, cost_usd, bytes)
  VALUES (:key, :result, :planner, :model, :objectCount, :inputTokens, :outputTokens, :costUsd, :bytes)
  ON CONFLICT (key) DO UPDATE SET result = excluded.result, object_count = excluded.object_count,
    input_tokens = excluded.input_tokens, output_tokens = excluded.output_tokens, cost_usd = excluded.cost_usd,
    bytes = excluded.bytes, created_at = now(), last_used_at = now()`);
