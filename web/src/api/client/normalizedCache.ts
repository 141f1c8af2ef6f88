import { type Cache, cacheExchange, type Data } from '@urql/exchange-graphcache';
import type { Exchange } from 'urql';
import possibleTypes from '../../generated/possible-types.json';

/** Parts of a canvas that belong to one version of it. */
const versionedFields = ['objects', 'undoable', 'redoable'] as const;

const embedded = () => null;

/**
 * A cache that holds each canvas and job once, so that a newer state of it is shown wherever it appears. Objects of a
 * canvas are stored per canvas, version and preview: the same id can have other contents there.
 */
export function normalizedCache(): Exchange {
  return cacheExchange({
    possibleTypes,
    keys: { Frame: embedded, Shape: embedded, Connector: embedded },
    updates: { Canvas: { id: forgetEarlierVersion } },
    // In development it warns of each type without an id, and of fields that an object's type does not have.
    logger: () => undefined,
  });
}

/**
 * Forgets the objects of an earlier version when a result has the number of a later one without its objects. Documents
 * select `id` before `versionNumber`: here the cache still has the earlier number.
 */
function forgetEarlierVersion(canvas: Data, _args: unknown, cache: Cache): void {
  const known = cache.resolve(canvas, 'versionNumber');
  if (canvas.versionNumber === undefined || known === undefined || known === canvas.versionNumber) return;
  for (const field of versionedFields) cache.invalidate(canvas, field);
}
