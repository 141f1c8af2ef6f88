import { invalidateCache } from '../../cache/invalidateCache.ts';
import { type CacheStats, readCacheStats } from '../../cache/sql/readCacheStats.ts';
import { builder } from '../graphql/builder.ts';
import { readsMany } from '../graphql/cost.ts';

const CacheStatsRef = builder.objectRef<CacheStats>('CacheStats').implement({
  description:
    'Figures of the result cache; hits, misses and savings of the jobs that were not cleaned up yet.',
  fields: (t) => ({
    entries: t.exposeInt('entries', { description: 'Results that are kept.' }),
    bytes: t.exposeFloat('bytes', { description: 'Size of all results together.' }),
    hits: t.exposeInt('hits', { description: 'Completed jobs that used the result of another one.' }),
    misses: t.exposeInt('misses', { description: 'Completed jobs that found none to use.' }),
    hitRate: t.float({
      nullable: true,
      description: 'Hits of hits and misses, 0 to 1; null when there were none.',
      resolve: ({ hits, misses }) => (hits + misses === 0 ? null : hits / (hits + misses)),
    }),
    tokensSaved: t.exposeFloat('tokensSaved', { description: 'Tokens that were not spent.' }),
    usdSaved: t.exposeFloat('usdSaved', {
      description: 'US dollars that were not spent, by the configured prices.',
    }),
  }),
});

const InvalidateCacheInput = builder.inputType('InvalidateCacheInput', {
  description: 'Which results are thrown away: exactly one of the fields.',
  isOneOf: true,
  fields: (t) => ({
    key: t.string({ description: 'The one of this key: `cacheKey` of a job.' }),
    olderThanHours: t.float({ description: 'Those that are older; 0 or more.' }),
    all: t.boolean({ description: 'All of them; true, since false is refused.' }),
  }),
});

const Removed = builder.objectRef<{ removed: number }>('InvalidateCacheSuccess').implement({
  description: 'Results were thrown away.',
  fields: (t) => ({ removed: t.exposeInt('removed', { description: 'How many.' }) }),
});

builder.queryField('cacheStats', (t) =>
  t.field({
    type: CacheStatsRef,
    description: 'Figures of the result cache. For operators.',
    complexity: 10 * readsMany,
    authScopes: { ops: true },
    resolve: (_root, _args, { database }) => readCacheStats(database.pool),
  }),
);

builder.mutationField('invalidateCache', (t) =>
  t.field({
    type: Removed,
    description: 'Throws results away. For operators.',
    authScopes: { ops: true },
    args: { input: t.arg({ type: InvalidateCacheInput, required: true, description: 'Which ones.' }) },
    resolve: async (_root, { input }, { database }) => ({
      removed: await invalidateCache(database.pool, input),
    }),
  }),
);
