import { invalidateCache } from '../../cache/invalidateCache.ts';
import { type CacheStats, readCacheStats } from '../../cache/sql/readCacheStats.ts';
import { InputValidationError } from '../../errors.ts';
import { builder } from '../graphql/builder.ts';
import { readsMany } from '../graphql/cost.ts';
import { resultUnion } from '../graphql/errors.ts';

const CacheStatsRef = builder.objectRef<CacheStats>('CacheStats').implement({
  description:
    'Statistics of the result cache. Hits, misses and savings are those of jobs that were not cleaned up yet.',
  fields: (t) => ({
    entries: t.exposeInt('entries', { description: 'Cached results.' }),
    bytes: t.exposeFloat('bytes', { description: 'Total size of the results.' }),
    hits: t.exposeInt('hits', { description: 'Completed jobs that used a cached result.' }),
    misses: t.exposeInt('misses', { description: 'Completed jobs that found no cached result.' }),
    hitRate: t.float({
      nullable: true,
      description: 'Share of hits, 0 to 1; null when there are neither hits nor misses.',
      resolve: ({ hits, misses }) => (hits + misses === 0 ? null : hits / (hits + misses)),
    }),
    tokensSaved: t.exposeFloat('tokensSaved', { description: 'Tokens saved.' }),
    usdSaved: t.exposeFloat('usdSaved', {
      description: 'US dollars saved, at the configured prices.',
    }),
  }),
});

const InvalidateCacheInput = builder.inputType('InvalidateCacheInput', {
  description: 'Which results to remove: exactly one of the fields.',
  isOneOf: true,
  fields: (t) => ({
    key: t.string({ description: 'The result with this key, the `cacheKey` of a job.' }),
    olderThanHours: t.float({ description: 'Results older than this; 0 or more.' }),
    all: t.boolean({ description: 'All results; must be true.' }),
  }),
});

const Removed = builder.objectRef<{ removed: number }>('InvalidateCacheSuccess').implement({
  description: 'The results are removed.',
  fields: (t) => ({ removed: t.exposeInt('removed', { description: 'Number of removed results.' }) }),
});

builder.queryField('cacheStats', (t) =>
  t.field({
    type: CacheStatsRef,
    description: 'Statistics of the result cache. For operators.',
    complexity: 10 * readsMany,
    authScopes: { ops: true },
    resolve: (_root, _args, { database }) => readCacheStats(database.pool),
  }),
);

builder.mutationField('invalidateCache', (t) =>
  t.field({
    type: Removed,
    description: 'Removes cached results. For operators.',
    authScopes: { ops: true },
    errors: {
      types: [InputValidationError],
      directResult: true,
      union: resultUnion('InvalidateCache'),
    },
    args: { input: t.arg({ type: InvalidateCacheInput, required: true, description: 'Which results.' }) },
    resolve: async (_root, { input }, { database }) => ({
      removed: await invalidateCache(database.pool, input),
    }),
  }),
);
