import { persistedExchange } from '@urql/exchange-persisted';
import { Client, cacheExchange, fetchExchange, mapExchange } from 'urql';
import { hashOfParsed } from './document.ts';
import { noteAuthentication } from './session.ts';
import { authorization } from './token.ts';

/** The client of queries and mutations. It sends POST requests only: URLs are limited in length, and logged. */
export function createApiClient(): Client {
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetchOptions: () => ({ headers: authorization() }),
    exchanges: [
      mapExchange({
        onError(error) {
          noteAuthentication(error.graphQLErrors);
        },
      }),
      cacheExchange,
      persistedExchange({
        generateHash: async (_text, document) => hashOfParsed(document),
        preferGetForPersistedQueries: false,
        enableForMutation: true,
      }),
      fetchExchange,
    ],
  });
}
