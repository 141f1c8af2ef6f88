import { z } from 'zod';
import { changeSet } from '../canvas/model/changes/changeSetSchema.ts';
import type { Sql } from '../database/statement.ts';
import { touchCachedResult } from './sql/touchCachedResult.ts';
import { upsertCachedResult } from './sql/upsertCachedResult.ts';

const result = z.object({
  title: z.string(),
  changes: changeSet,
  warnings: z.array(z.string()),
});

/** A cached result: laid out, with the object ids of the job that generated it. */
export type CachedResult = z.infer<typeof result>;

/** An entry of the cache, with what its generation cost. */
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
 * Finds a result that is not older than `ttlHours`, or was cached after it was requested, and counts its use.
 * @returns Null when there is none, or this version of the software can't read it.
 */
export async function useCachedResult(
  sql: Sql,
  key: string,
  { ttlHours, requestedAt = null }: { ttlHours: number; requestedAt?: Date | null },
): Promise<CacheEntry | null> {
  const row = await touchCachedResult(sql, { key, ttlHours, requestedAt });
  const parsed = result.safeParse(row?.result);
  if (row === undefined || !parsed.success) return null;
  return { key, result: parsed.data, tokens: row.tokens, costUsd: row.costUsd ?? 0 };
}

/** Caches a result, in place of an older one with the same key. */
export async function storeResult(sql: Sql, { usage, ...entry }: NewCacheEntry): Promise<void> {
  const json = JSON.stringify(entry.result);
  await upsertCachedResult(sql, {
    ...entry,
    result: json,
    inputTokens: usage?.inputTokens ?? 0,
    outputTokens: usage?.outputTokens ?? 0,
    costUsd: usage?.costUsd ?? null,
    bytes: Buffer.byteLength(json),
  });
}
