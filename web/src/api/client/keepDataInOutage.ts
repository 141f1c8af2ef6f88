import { type Exchange, makeOperation, mapExchange, type Operation } from 'urql';
import { availability, isOutage } from '../outages/availability.ts';

/** More than a page uses at once. */
const keptQueries = 100;

/**
 * A query that is read again in vain, because the server or its database can't be reached, keeps the data that it had,
 * beside the error: a page never loses what it shows. It is read again when the outage is over, if it is still in use.
 */
export const keepDataInOutage: Exchange = (input) => {
  const kept = new Map<number, unknown>();
  const outdated = new Map<number, Operation>();
  availability.subscribe(() => {
    if (availability.get() !== 'available') return;
    const operations = [...outdated.values()];
    outdated.clear();
    for (const operation of operations) input.client.reexecuteOperation(readAgain(operation));
  });
  return mapExchange({
    onOperation({ kind, key }) {
      if (kind === 'teardown') outdated.delete(key);
    },
    onResult(result) {
      const { operation, data, error } = result;
      const { kind, key } = operation;
      if (kind !== 'query') return result;
      if (error && isOutage(error)) {
        if (!kept.has(key)) return result;
        outdated.set(key, operation);
        return { ...result, data: kept.get(key) };
      }
      keep(key, data);
      return result;
    },
  })(input);

  function keep(key: number, data: unknown): void {
    outdated.delete(key);
    kept.delete(key);
    if (data) kept.set(key, data);
    const [oldest] = kept.keys();
    if (kept.size > keptQueries && oldest !== undefined) kept.delete(oldest);
  }
};

function readAgain(query: Operation): Operation {
  return makeOperation('query', query, { ...query.context, requestPolicy: 'network-only' });
}
