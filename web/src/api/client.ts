import { persistedExchange } from '@urql/exchange-persisted';
import { Client, fetchExchange, mapExchange } from 'urql';
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

async function fetchNotingTime(...request: Parameters<typeof fetch>): Promise<Response> {
  const response = await fetch(...request);
  noteServerTime(response.headers.get('date'));
  return response;
}
