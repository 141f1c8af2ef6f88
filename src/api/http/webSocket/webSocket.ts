import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FormattedExecutionResult, GraphQLError, GraphQLFormattedError } from 'graphql';
import type { Context as Connection } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Config } from '../../../config.ts';
import type { Logger } from '../../../log.ts';
import { createAdmission, type Refusal } from '../../../service/http/admission.ts';
import type { Drain, DrainedSockets } from '../../../service/http/drain.ts';
import { containSocketErrors, refuseUpgrade } from '../../../service/http/refuseUpgrade.ts';
import type { Authenticate } from '../../auth/authenticate.ts';
import { createMaskError } from '../../graphql/maskError.ts';
import { isCrossOrigin } from '../crossOrigin.ts';
import type { RequestMetrics } from '../requestMetrics.ts';
import type { DocumentPolicy } from '../trustedDocuments.ts';
import type { Yoga } from '../yoga.ts';
import { collectFrames } from './collectFrames.ts';
import { type Carried, createOnConnect, type Opened } from './webSocketConnection.ts';
import { createOnSubscribe, createRun } from './webSocketOperation.ts';

const goingAway = 1001;
/** Milliseconds that a client may take to answer a close frame. */
const closeTimeout = 2_000;

type Services = {
  config: Pick<Config, 'auth' | 'ALLOWED_HOSTS' | 'MAX_MESSAGE_BYTES' | 'MAX_CONNECTIONS_PER_USER'>;
  authenticate: Authenticate;
  policy: DocumentPolicy;
  drain: Pick<Drain, 'isClosed'>;
  metrics: Pick<RequestMetrics, 'failed' | 'connected'>;
  log: Logger;
};

/**
 * Serves the endpoint over graphql-transport-ws.
 * @returns Closes sockets with code 1001, after which clients reconnect; a `complete` would mean that the job is
 *   finished.
 */
export function serveWebSocket(server: Server, yoga: Yoga, services: Services): DrainedSockets {
  const { config, authenticate, policy, metrics, log } = services;
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: config.MAX_MESSAGE_BYTES,
    // Spread: the types of ws lack it.
    ...{ closeTimeout },
  });
  server.on('upgrade', createOnUpgrade(sockets, yoga.graphqlEndpoint, services));

  const maskError = createMaskError(log);
  const run = createRun(maskError, metrics);
  const connections = new WeakMap<WebSocket, Connection<Record<string, unknown>, Opened>>();
  const isIdle = (socket: WebSocket) =>
    Object.keys(connections.get(socket)?.subscriptions ?? {}).length === 0;
  const onConnect = createOnConnect(authenticate, config.MAX_CONNECTIONS_PER_USER, log);
  useServer<Record<string, unknown>, Carried>(
    {
      onConnect: (connection) => {
        connections.set(connection.extra.socket, connection);
        return onConnect(connection);
      },
      onSubscribe: createOnSubscribe(yoga, policy, maskError, metrics),
      execute: (args: unknown) => run(args, 'execute'),
      subscribe: (args: unknown) => run(args, 'subscribe'),
      onNext: (_connection, _id, _payload, _args, { errors, ...result }) =>
        errors && ({ ...result, errors: errors.map(withoutStatus) } as FormattedExecutionResult),
      onError: (_connection, _id, _payload, errors) => errors.map(withoutStatus),
    },
    sockets,
  );
  sockets.on('connection', (socket: WebSocket, request: IncomingMessage) => {
    metrics.connected(socket);
    collectFrames(socket, request.socket);
    // ws closes the socket with the right code. graphql-ws would log each error to the console as a defect, and handles
    // only the first.
    socket.removeAllListeners('error');
    socket.on('error', (error) => log.debug({ err: error }, 'a client sent an invalid WebSocket frame'));
  });

  const close = (socket: WebSocket) => socket.close(goingAway, 'The server is restarting');
  return {
    closeIdle() {
      for (const socket of sockets.clients) if (isIdle(socket)) close(socket);
    },
    async closeAll() {
      for (const socket of sockets.clients) close(socket);
      await new Promise<void>((resolve) => sockets.close(() => resolve()));
    },
  };
}

function createOnUpgrade(sockets: WebSocketServer, endpoint: string, services: Services) {
  const refusalOf = createUpgradeCheck(endpoint, services);
  return (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    containSocketErrors(socket);
    try {
      const refusal = refusalOf(request);
      if (refusal !== null) refuseUpgrade(socket, refusal);
      else
        sockets.handleUpgrade(request, socket, head, (client) => sockets.emit('connection', client, request));
    } catch (error) {
      services.log.error({ err: error }, 'an upgrade failed');
      socket.destroy();
    }
  };
}

/** Why an upgrade is refused, or null. */
function createUpgradeCheck(endpoint: string, { config, drain }: Pick<Services, 'config' | 'drain'>) {
  const admit = createAdmission(config);
  return (request: IncomingMessage): Refusal | null => {
    const admitted = admit(request);
    if (!('path' in admitted)) return admitted;
    if (admitted.path !== endpoint) return { status: 404, error: `WebSockets are served at ${endpoint}.` };
    if (isCrossOrigin(request)) {
      return { status: 403, error: 'This WebSocket was opened by a page of another origin.' };
    }
    return drain.isClosed ? { status: 503, error: 'The server is restarting.' } : null;
  };
}

/** The error without its HTTP status and headers. */
function withoutStatus(error: GraphQLError): GraphQLFormattedError {
  const { extensions, ...shown } = error.toJSON();
  const { http: _, ...rest } = extensions ?? {};
  return { ...shown, extensions: rest };
}
