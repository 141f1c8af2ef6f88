import { z } from 'zod';
import type { Sql } from '../database/statement.ts';
import { InputValidationError } from '../errors.ts';
import { line } from '../validation/line.ts';
import { problem, problemsOf } from '../validation/problemsOf.ts';
import {
  deleteAllCachedResults,
  deleteCachedResult,
  deleteOldCachedResults,
} from './sql/deleteCachedResults.ts';

/** Which results to remove: that of a key, those of an age, or all; exactly one of the three. */
export type Invalidation = {
  key?: string | null | undefined;
  olderThanHours?: number | null | undefined;
  all?: boolean | null | undefined;
};

const maxKeyLength = 200;
/** A hundred years: PostgreSQL can't subtract much longer ages. */
const maxHours = 876_000;

const invalidation = z
  .object({
    key: line('The key', maxKeyLength, 'give the `cacheKey` of a job').nullish(),
    olderThanHours: z.number().min(0, 'The age must be 0 hours or more.').nullish(),
    all: z
      .literal(
        true,
        problem('INVALID', 'false removes nothing; set it to true, or give key or olderThanHours.'),
      )
      .nullish(),
  })
  .refine(
    (fields) => Object.values(fields).filter((field) => field != null).length === 1,
    problem('REQUIRED', 'Give exactly one of key, olderThanHours and all.'),
  );

/**
 * Removes the given results, and no others.
 * @returns How many were removed.
 * @throws InputValidationError
 */
export async function invalidateCache(sql: Sql, which: Invalidation): Promise<number> {
  const { success, data, error } = invalidation.safeParse(which);
  if (!success) throw new InputValidationError(problemsOf(error));
  const { key, olderThanHours } = data;
  if (key != null) return deleteCachedResult(sql, { key });
  if (olderThanHours == null) return deleteAllCachedResults(sql);
  return deleteOldCachedResults(sql, { olderThanHours: Math.min(olderThanHours, maxHours) });
}
