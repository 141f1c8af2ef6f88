import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerOptions,
  type ServerResponse,
} from 'node:http';
import sirv from 'sirv';
import type { Config } from '../config.ts';
import type { Services } from '../graphql/context.ts';
import type { Logger } from '../log.ts';
import { isForgedRequest } from './crossOrigin.ts';
import type { GraphiQLPage } from './graphiql.ts';
import {
  answerJson,
  answerMetrics,
  answerReadiness,
  databaseCheck,
  eventsCheck,
  migrationsCheck,
  queueCheck,
  type ReadinessCheck,
} from './health.ts';
import { createMetrics } from './metrics.ts';
import { requestIdFrom, withRequestId } from './requestId.ts';
import { policyOfApi, policyOfApp, setContentSecurityPolicy, setSecurityHeaders } from './securityHeaders.ts';
import type { Yoga } from './yoga.ts';

/** Routes of the API service: GraphQL, health, metrics, and the web app for everything else. */
export function createHttpServer(
  services: Services,
  yoga: Yoga,
  graphiql: () => GraphiQLPage,
  webRoot: string,
  log: Logger,
): Server {
  const serveWeb = sirv(webRoot, {
    single: true,
    etag: true,
    dev: services.config.NODE_ENV === 'development',
  });
  const metrics = createMetrics(services);
  const checks = readinessChecks(services);

  const graphql = (request: IncomingMessage, response: ServerResponse) => {
    if (isForgedRequest(request)) return refuse(response);
    const asPage = services.config.GRAPHIQL && wantsPage(request);
    setContentSecurityPolicy(response, asPage ? graphiql().contentSecurityPolicy : policyOfApi);
    return yoga(request, response);
  };

  const route = (request: IncomingMessage, response: ServerResponse) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    switch (pathname) {
      case yoga.graphqlEndpoint:
        return graphql(request, response);
      case '/health':
        return answerJson(response, 200, { alive: true });
      case '/ready':
        return answerReadiness(response, checks);
      case '/metrics':
        return answerMetrics(response, metrics);
      default:
        setContentSecurityPolicy(response, policyOfApp);
        return serveWeb(request, response, () =>
          answerJson(response, 404, { error: 'There is nothing here.' }),
        );
    }
  };

  return createServer(timeouts(services.config), (request, response) => {
    const requestId = requestIdFrom(request.headers['x-request-id']);
    response.setHeader('x-request-id', requestId);
    setSecurityHeaders(response);
    withRequestId(requestId, async () => {
      try {
        await route(request, response);
      } catch (error) {
        log.error({ err: error, requestId }, 'a request failed');
        if (!response.headersSent) answerJson(response, 500, { error: 'Something went wrong.', requestId });
      }
    });
  });
}

/** How long a client may take for its request, and hold a connection on which nothing happens. */
function timeouts({ HEADERS_TIMEOUT_MS, REQUEST_TIMEOUT_MS, IDLE_TIMEOUT_MS }: Config): ServerOptions {
  return {
    headersTimeout: HEADERS_TIMEOUT_MS,
    requestTimeout: Math.max(REQUEST_TIMEOUT_MS, HEADERS_TIMEOUT_MS),
    keepAliveTimeout: IDLE_TIMEOUT_MS,
    // How often Node.js looks for connections that are beyond the first two.
    connectionsCheckingInterval: Math.min(1_000, HEADERS_TIMEOUT_MS),
  };
}

/** Whether Yoga answers with GraphiQL. */
function wantsPage({ method, headers }: IncomingMessage): boolean {
  return method === 'GET' && headers.accept?.includes('text/html') === true;
}

function refuse(response: ServerResponse): void {
  const message = 'This request was sent by a page of another origin, which is not allowed.';
  answerJson(response, 403, { errors: [{ message, extensions: { code: 'FORBIDDEN' } }] });
}

function readinessChecks({ database, events }: Services): Record<string, ReadinessCheck> {
  return {
    database: databaseCheck(database),
    migrations: migrationsCheck(database.pool),
    events: eventsCheck(events.hub),
    queue: queueCheck(database.pool),
  };
}
