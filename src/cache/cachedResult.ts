import { z } from 'zod';
import { changeSet } from '../canvas/model/changeSetSchema.ts';
import type { Sql } from '../database/connection.ts';

const result = z.object({
  title: z.string(),
  changes: changeSet,
  warnings: z.array(z.string()),
});

/** A result as it is kept: laid out, with the ids of the job that it was made for. */
export type CachedResult = z.infer<typeof result>;

/** An entry of the cache, with what it has cost. */
export type CacheEntry = { key: string; result: CachedResult; tokens: number; costUsd: number };

export type NewCacheEntry = {
  key: string;
  result: CachedResult;
  planner: string;
  model: string | null;
  objectCount: number;
  usage: { inputTokens: number; outputTokens: number; costUsd: number | null } | null;
};

/**
 * Finds a result that is not older than `ttlHours`, and counts its use.
 * @returns Null when there is none, or one that this version of the software can't read.
 */
export async function useCachedResult(sql: Sql, key: string, ttlHours: number): Promise<CacheEntry | null> {
  const { rows } = await sql.query<{ result: unknown; tokens: number; cost: number | null }>(
    `UPDATE result_cache SET hits = hits + 1, last_used_at = now()
     WHERE key = $1 AND created_at > now() - $2 * interval '1 hour'
     RETURNING result, input_tokens + output_tokens AS tokens, cost_usd AS cost`,
    [key, ttlHours],
  );
  const [row] = rows;
  const read = result.safeParse(row?.result);
  if (row === undefined || !read.success) return null;
  return { key, result: read.data, tokens: row.tokens, costUsd: row.cost ?? 0 };
}

/** Keeps a result, in place of an older one for the same request. */
export async function storeResult(sql: Sql, entry: NewCacheEntry): Promise<void> {
  const json = JSON.stringify(entry.result);
  await sql.query(
    `INSERT INTO result_cache (key, result, planner, model, object_count, input_tokens, output_tokens, cost_usd, bytes)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     ON CONFLICT (key) DO UPDATE SET result = excluded.result, object_count = excluded.object_count,
       input_tokens = excluded.input_tokens, output_tokens = excluded.output_tokens, cost_usd = excluded.cost_usd,
       bytes = excluded.bytes, created_at = now(), last_used_at = now()`,
    [
      entry.key,
      json,
      entry.planner,
      entry.model,
      entry.objectCount,
      entry.usage?.inputTokens ?? 0,
      entry.usage?.outputTokens ?? 0,
      entry.usage?.costUsd ?? null,
      Buffer.byteLength(json),
    ],
  );
}
