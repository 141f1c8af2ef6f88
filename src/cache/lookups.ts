import { Counter } from 'prom-client';

/** Lookups of this process that decided how a job is planned. A registry has to be told of it. */
export const cacheLookups = new Counter({
  name: 'collabcanvas_cache_lookups_total',
  help: 'Jobs for which the result cache had a result (hit), and had none (miss).',
  labelNames: ['result'],
  registers: [],
});
