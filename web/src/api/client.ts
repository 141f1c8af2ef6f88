import { persistedExchange } from '@urql/exchange-persisted';
import { Client, cacheExchange, fetchExchange, mapExchange } from 'urql';
import { hashOfParsed } from './document.ts';
import { noteAuthentication } from './session.ts';
import { authorization } from './token.ts';

/** Queries and mutations, always by POST: the server's CSRF protection wants the header below. */
export function createApiClient(): Client {
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetchOptions: () => ({ headers: { 'x-graphql-yoga-csrf': '1', ...authorization() } }),
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
