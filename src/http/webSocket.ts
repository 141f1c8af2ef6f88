import type { Server } from 'node:http';
import type { FormattedExecutionResult, GraphQLError, GraphQLFormattedError } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import type { Config } from '../config.ts';
import type { Authenticate } from '../identity/authenticate.ts';
import type { Logger } from '../log.ts';
import { isForgedUpgrade } from './crossOrigin.ts';
import { createMaskError } from './maskError.ts';
import type { DocumentPolicy } from './trustedDocuments.ts';
import { type Carried, createOnConnect } from './webSocketConnection.ts';
import { createOnSubscribe, createRun } from './webSocketOperation.ts';
import type { Yoga } from './yoga.ts';

const goingAway = 1001;

type Services = {
  config: Pick<Config, 'MAX_MESSAGE_BYTES' | 'MAX_CONNECTIONS_PER_USER'>;
  authenticate: Authenticate;
  policy: DocumentPolicy;
  log: Logger;
};

/**
 * Serves the endpoint over graphql-transport-ws.
 * @returns Closes all sockets. Code 1001 tells clients to come back; a `complete` would tell them it is over.
 */
export function serveWebSocket(server: Server, yoga: Yoga, services: Services): () => Promise<void> {
  const { config, authenticate, policy, log } = services;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: config.MAX_MESSAGE_BYTES });
  server.on('upgrade', (request, socket, head) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname !== yoga.graphqlEndpoint) return socket.end('HTTP/1.1 404 Not Found\r\n\r\n');
    if (isForgedUpgrade(request)) return socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    return sockets.handleUpgrade(request, socket, head, (client) =>
      sockets.emit('connection', client, request),
    );
  });

  const maskError = createMaskError(log);
  const run = createRun(maskError);
  useServer<Record<string, unknown>, Carried>(
    {
      onConnect: createOnConnect(authenticate, config.MAX_CONNECTIONS_PER_USER, log),
      onSubscribe: createOnSubscribe(yoga, policy, maskError),
      execute: (args: unknown) => run(args, 'execute'),
      subscribe: (args: unknown) => run(args, 'subscribe'),
      onNext: (_connection, _id, _payload, _args, { errors, ...result }) =>
        errors && ({ ...result, errors: errors.map(withoutStatus) } as FormattedExecutionResult),
      onError: (_connection, _id, _payload, errors) => errors.map(withoutStatus),
    },
    sockets,
  );

  return async () => {
    for (const client of sockets.clients) client.close(goingAway, 'The server is restarting');
    await new Promise<void>((resolve) => sockets.close(() => resolve()));
  };
}

/** The error as it is shown: what only an answer over HTTP has is left out. */
function withoutStatus(error: GraphQLError): GraphQLFormattedError {
  const { extensions, ...shown } = error.toJSON();
  const { http: _, ...rest } = extensions ?? {};
  return { ...shown, extensions: rest };
}
