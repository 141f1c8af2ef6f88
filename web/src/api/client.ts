import { persistedExchange } from '@urql/exchange-persisted';
import { Client, fetchExchange, getOperationName, mapExchange, type Operation } from 'urql';
import { hasReadData, isFailing, isOutage } from './availability.ts';
import { hashOfParsed } from './document.ts';
import { normalizedCache } from './normalizedCache.ts';
import { refreshLists } from './refreshLists.ts';
import { noteServerTime } from './serverClock.ts';
import { noteAuthentication } from './session.ts';
import { authorization } from './token.ts';

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

async function fetchNotingTime(...request: Parameters<typeof fetch>): Promise<Response> {
  const response = await fetch(...request);
  noteServerTime(response.headers.get('date'));
  return response;
}
