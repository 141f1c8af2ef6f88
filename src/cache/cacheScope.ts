import type { Config } from '../config.ts';

/** Who may use a kept result: only the owner of the job that it was made for, or everybody. */
export type CacheScope = Config['CACHE_SCOPE'];

/** Whose results may be used for a job: its owner's; null: everybody's. */
export const cacheOwnerOf = (scope: CacheScope, ownerId: string): string | null =>
  scope === 'shared' ? null : ownerId;
