import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerOptions,
  type ServerResponse,
} from 'node:http';
import type { Config } from '../../config.ts';
import type { Logger } from '../../log.ts';
import { type Admit, createAdmission } from './admission.ts';
import type { Drain } from './drain.ts';
import { answerJson } from './readiness.ts';
import { requestIdFrom, withRequestId } from './requestId.ts';
import { setSecurityHeaders } from './securityHeaders.ts';

/** Answers a request for a path. What it throws is logged and answered with 500. */
export type Route = (request: IncomingMessage, response: ServerResponse, path: string) => unknown;

type Options = {
  config: Pick<
    Config,
    'auth' | 'ALLOWED_HOSTS' | 'HEADERS_TIMEOUT_MS' | 'REQUEST_TIMEOUT_MS' | 'IDLE_TIMEOUT_MS'
  >;
  drain: Pick<Drain, 'hasBegun' | 'isClosed'>;
  route: Route;
  log: Logger;
};

/**
 * Creates a server that no request can crash: target and host are checked before anything else parses them, and errors
 * of routes, of answers and of streams that are piped into them stay within their request.
 */
export function createHttpServer({ config, drain, route, log }: Options): Server {
  const admit = createAdmission(config);
  const server = createServer(timeouts(config), (request, response) => {
    const requestId = requestIdFrom(request.headers['x-request-id']);
    response.setHeader('x-request-id', requestId);
    setSecurityHeaders(response);
    // Clients and proxies reconnect, to another process.
    if (drain.hasBegun) response.setHeader('connection', 'close');
    // An answer that began before would leave its connection open for another request.
    response.on('close', () => drain.isClosed && server.closeIdleConnections());
    containErrors(request, response);
    void withRequestId(requestId, () => answer(request, response, { admit, route, log, requestId }));
  });
  return server;
}

/** Address of a server that listens. */
export function urlOf(server: Pick<Server, 'address'>): string {
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Error('the server does not listen on a port');
  const { address: host, port } = address;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

type Answering = { admit: Admit; route: Route; log: Logger; requestId: string };

/** Never rejects. */
async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  answering: Answering,
): Promise<void> {
  const { admit, route, log, requestId } = answering;
  try {
    const admitted = admit(request);
    if ('path' in admitted) await route(request, response, admitted.path);
    else answerJson(response, admitted.status, { error: admitted.error, requestId });
  } catch (error) {
    log.error({ err: error, requestId }, 'a request failed');
    // An answer that has begun can only be aborted; otherwise its client would wait for the rest.
    if (response.headersSent) response.destroy();
    else answerJson(response, 500, { error: 'Something went wrong.', requestId });
  }
}

/** A client that disconnects, or a file that can't be read, ends the answer and nothing else. */
export function containErrors(request: IncomingMessage, response: ServerResponse): void {
  const destroy = () => response.destroy();
  // The connection is closed by then, unless Yoga has stopped reading a body that is too large: its answer is to arrive.
  request.on('error', () => undefined);
  response.on('error', destroy);
  response.on('pipe', (source) => source.on('error', destroy));
}

/** How long a client may take for its request, and hold a connection on which nothing happens. */
function timeouts({
  HEADERS_TIMEOUT_MS,
  REQUEST_TIMEOUT_MS,
  IDLE_TIMEOUT_MS,
}: Options['config']): ServerOptions {
  return {
    headersTimeout: HEADERS_TIMEOUT_MS,
    requestTimeout: Math.max(REQUEST_TIMEOUT_MS, HEADERS_TIMEOUT_MS),
    keepAliveTimeout: IDLE_TIMEOUT_MS,
    // How often Node.js looks for connections that are beyond the first two.
    connectionsCheckingInterval: Math.min(1_000, HEADERS_TIMEOUT_MS),
  };
}
