import { persistedExchange } from '@urql/exchange-persisted';
import { Client, fetchExchange, getOperationName, mapExchange, type Operation } from 'urql';
import { hashOfParsed } from '../document.ts';
import { hasReadData, isFailing, isOutage } from '../outages/availability.ts';
import { noteServerTime } from '../serverClock.ts';
import { noteAuthentication } from '../session.ts';
import { authorization } from '../token.ts';
import { keepDataInOutage } from './keepDataInOutage.ts';
import { normalizedCache } from './normalizedCache.ts';
import { refreshLists } from './refreshLists.ts';

/** The client of queries and mutations. It sends POST requests only: URLs are limited in length, and logged. */
export function createApiClient(): Client {
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetch: fetchNotingTime,
    fetchOptions: () => ({ headers: authorization() }),
    exchanges: [
      mapExchange({
        onError(error) {
          noteAuthentication(error.graphQLErrors);
          if (isOutage(error)) isFailing.set(true);
        },
        onResult({ operation, error }) {
          if (!error && needsDatabase(operation)) hasReadData.set(true);
        },
      }),
      keepDataInOutage,
      refreshLists,
      normalizedCache(),
      persistedExchange({
        generateHash: async (_text, document) => hashOfParsed(document),
        preferGetForPersistedQueries: false,
        enableForMutation: true,
      }),
      fetchExchange,
    ],
  });
}

/** The session is answered without the database. */
function needsDatabase({ kind, query }: Operation): boolean {
  return kind === 'query' && getOperationName(query) !== 'Session';
}

/**
 * In ms. A connection that died during sleep, or where the network went silent, gives no error: a request on it would
 * wait for minutes.
 */
const answeredWithin = 30_000;

async function fetchNotingTime(...[address, options]: Parameters<typeof fetch>): Promise<Response> {
  const { signal, stop } = withTimeout(options?.signal);
  try {
    const response = await fetch(address, { ...options, signal });
    noteServerTime(response.headers.get('date'));
    return response;
  } finally {
    stop();
  }
}

/** The signal that a request got, or another that is also aborted when the time is over, until it is stopped. */
function withTimeout(given: AbortSignal | null | undefined): { signal: AbortSignal; stop(): void } {
  const controller = new AbortController();
  const abort = () => controller.abort(given?.reason);
  // Not `AbortSignal.any`, which browsers have had since 2024 only.
  given?.addEventListener('abort', abort);
  if (given?.aborted) abort();
  const timer = setTimeout(
    () => controller.abort(new DOMException('No answer', 'TimeoutError')),
    answeredWithin,
  );
  return { signal: controller.signal, stop: () => clearTimeout(timer) };
}
