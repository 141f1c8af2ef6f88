import { statement } from '../../database/statement.ts';

/** Reads a result that is not older than `ttlHours`, or was cached after `requestedAt`, and counts its use. */
export const touchCachedResult = statement.optionalRow<
  { result: unknown; tokens: number; costUsd: number | null },
  { key: string; ttlHours: number; requestedAt: Date | null }
>(`
  UPDATE result_cache SET hits = hits + 1, last_used_at = now()
  WHERE key = :key
    AND (created_at > now() - :ttlHours * interval '1 hour' OR created_at >= :requestedAt::timestamptz)
  RETURNING result, input_tokens + output_tokens AS tokens, cost_usd`);
