import type { Server } from 'node:http';
import { type ExecutionArgs, GraphQLError } from 'graphql';
import { CloseCode } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { type Authenticate, AuthenticationError } from '../identity/authenticate.ts';
import { isForgedUpgrade } from './crossOrigin.ts';
import { requestIdFrom, withRequestId } from './requestId.ts';
import { authorizationParam, type Yoga } from './yoga.ts';

const goingAway = 1001;
const maxMessageBytes = 100_000;

/** What Yoga hands over to graphql-ws: how to run the operation, next to the operation itself. */
type EnvelopedArgs = ExecutionArgs & {
  rootValue: Pick<ReturnType<Yoga['getEnveloped']>, 'execute' | 'subscribe'>;
  contextValue: { requestId: string };
};

/**
 * Serves the endpoint over graphql-transport-ws.
 * @returns Closes all sockets. Code 1001 tells clients to come back; a `complete` would tell them it is over.
 */
export function serveWebSocket(server: Server, yoga: Yoga, authenticate: Authenticate): () => Promise<void> {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxMessageBytes });
  server.on('upgrade', (request, socket, head) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname !== yoga.graphqlEndpoint) return socket.end('HTTP/1.1 404 Not Found\r\n\r\n');
    if (isForgedUpgrade(request)) return socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    return sockets.handleUpgrade(request, socket, head, (client) =>
      sockets.emit('connection', client, request),
    );
  });

  useServer(
    {
      execute: (args: unknown) => run(args as EnvelopedArgs, 'execute'),
      subscribe: (args: unknown) => run(args as EnvelopedArgs, 'subscribe'),
      onConnect: async ({ connectionParams, extra }) => {
        try {
          const authenticated = await authenticate(authorizationParam(connectionParams));
          if (authenticated?.expiresAt) closeAt(authenticated.expiresAt, extra.socket);
          return true;
        } catch (error) {
          // False closes with 4403 Forbidden.
          if (error instanceof AuthenticationError) return false;
          throw error;
        }
      },
      onSubscribe: async (context, _id, payload) => {
        const requestId = requestIdFrom(undefined);
        return withRequestId(requestId, async () => {
          const { schema, execute, subscribe, contextFactory, parse, validate } = yoga.getEnveloped({
            connectionParams: context.connectionParams,
            req: context.extra.request,
            params: payload,
          });
          try {
            const document = parse(payload.query);
            const errors = validate(schema, document);
            if (errors.length > 0) return errors;
            return {
              schema,
              document,
              operationName: payload.operationName,
              variableValues: payload.variables,
              contextValue: await contextFactory(),
              rootValue: { execute, subscribe },
            };
          } catch (error) {
            if (error instanceof GraphQLError) return [error];
            throw error;
          }
        });
      },
    },
    sockets,
  );

  return async () => {
    for (const client of sockets.clients) client.close(goingAway, 'The server is restarting');
    await new Promise<void>((resolve) => sockets.close(() => resolve()));
  };
}

function run(args: EnvelopedArgs, how: 'execute' | 'subscribe') {
  return withRequestId(args.contextValue.requestId, () => args.rootValue[how](args));
}

/** Closes a socket when its token expires; 4403 makes clients come back with a new one. */
function closeAt(moment: Date, socket: WebSocket): void {
  const timer = setTimeout(
    () => socket.close(CloseCode.Forbidden, 'The token has expired'),
    Math.min(moment.getTime() - Date.now(), 2_147_483_647),
  );
  socket.once('close', () => clearTimeout(timer));
}
