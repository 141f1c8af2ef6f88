import type { IncomingMessage, ServerResponse } from 'node:http';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import { createYoga, type YogaInitialContext, type YogaServerInstance } from 'graphql-yoga';
import type { Context, Services } from '../graphql/context.ts';
import { schema } from '../graphql/schema.ts';
import type { Authenticate } from '../identity/authenticate.ts';
import type { Logger } from '../log.ts';
import { graphiqlTabs } from './graphiqlTabs.ts';
import { createMaskError } from './maskError.ts';
import { currentRequestId } from './requestId.ts';

/** What a request brings with it: from HTTP the two objects, from a WebSocket its parameters. */
type Incoming =
  | { req: IncomingMessage; res: ServerResponse }
  | { connectionParams: Record<string, unknown> | undefined };

export type Yoga = YogaServerInstance<Incoming, Context>;

/** The GraphQL endpoint: HTTP and server-sent events itself, WebSocket through `serveWebSocket`. */
export function createGraphQLEndpoint(services: Services, authenticate: Authenticate, log: Logger): Yoga {
  return createYoga<Incoming, Context>({
    schema,
    graphqlEndpoint: '/graphql',
    landingPage: false,
    // The app comes from this origin; pages of others have no business here.
    cors: false,
    batching: false,
    logging: yogaLogger(log),
    maskedErrors: { maskError: createMaskError(log) },
    renderGraphiQL,
    graphiql: services.config.GRAPHIQL
      ? { title: 'CollabCanvas GraphiQL', subscriptionsProtocol: 'WS', defaultTabs: graphiqlTabs }
      : false,
    context: async (initial) => {
      const authenticated = await authenticate(authorizationOf(initial));
      return { ...services, viewer: authenticated?.viewer ?? null, requestId: currentRequestId() };
    },
  });
}

/** What Yoga has to say of itself. Errors of requests are logged where they are masked, with their ids. */
function yogaLogger(log: Logger) {
  const at =
    (level: 'debug' | 'info' | 'warn') =>
    (...details: unknown[]) =>
      log[level]({ details: details.map(String) }, 'GraphQL server');
  return { debug: at('debug'), info: at('debug'), warn: at('warn'), error: at('debug') };
}

function authorizationOf(initial: YogaInitialContext & Incoming): string | null {
  if (!('connectionParams' in initial)) return initial.request.headers.get('authorization');
  return authorizationParam(initial.connectionParams);
}

/** The `authorization` parameter of a WebSocket connection; names of parameters are matched in any case. */
export function authorizationParam(params: Record<string, unknown> | undefined): string | null {
  const entry = Object.entries(params ?? {}).find(([name]) => name.toLowerCase() === 'authorization');
  return typeof entry?.[1] === 'string' ? entry[1] : null;
}
