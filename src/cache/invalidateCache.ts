import { z } from 'zod';
import type { Sql } from '../database/connection.ts';
import { InputValidationError } from '../errors.ts';
import { line } from '../validation/line.ts';
import { problem, problemsOf } from '../validation/problemsOf.ts';

/** Which results are removed: the one of a key, those of an age, or all; exactly one of them. */
export type Invalidation = {
  key?: string | null | undefined;
  olderThanHours?: number | null | undefined;
  all?: boolean | null | undefined;
};

const maxKeyLength = 200;
/** A hundred years: ages beyond what PostgreSQL can reckon with are as good as this one. */
const longestHours = 876_000;

const invalidation = z
  .object({
    key: line('The key', maxKeyLength, 'give the `cacheKey` of a job').nullish(),
    olderThanHours: z.number().min(0, 'An age is 0 hours or more.').nullish(),
    all: z
      .literal(true, problem('INVALID', 'false asks for nothing; write true, or give key or olderThanHours.'))
      .nullish(),
  })
  .refine(
    (fields) => Object.values(fields).filter((field) => field != null).length === 1,
    problem('REQUIRED', 'Give exactly one of key, olderThanHours and all.'),
  );

/**
 * Removes exactly the results that are asked for.
 * @returns How many were removed.
 * @throws InputValidationError
 */
export async function invalidateCache(sql: Sql, which: Invalidation): Promise<number> {
  const { success, data, error } = invalidation.safeParse(which);
  if (!success) throw new InputValidationError(problemsOf(error));
  const { rowCount } = await remove(sql, data);
  return rowCount ?? 0;
}

function remove(sql: Sql, { key, olderThanHours }: z.infer<typeof invalidation>) {
  if (key != null) return sql.query('DELETE FROM result_cache WHERE key = $1', [key]);
  if (olderThanHours != null) {
    const age = Math.min(olderThanHours, longestHours);
    return sql.query("DELETE FROM result_cache WHERE created_at < now() - $1::float8 * interval '1 hour'", [
      age,
    ]);
  }
  return sql.query('DELETE FROM result_cache');
}
