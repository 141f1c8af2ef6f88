import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Logger } from '../../log.ts';
import type { Drain } from '../../service/http/drain.ts';
import { createHttpServer } from '../../service/http/httpServer.ts';
import { answerMetricsOn } from '../../service/http/metricsServer.ts';
import {
  acceptanceCheck,
  answerJson,
  answerReadiness,
  databaseCheck,
  diskCheck,
  eventsCheck,
  migrationsCheck,
  queueCheck,
  type ReadinessCheck,
  replicaCheck,
  workersCheck,
} from '../../service/http/readiness.ts';
import { refuseMethod } from '../../service/http/refuseMethod.ts';
import { policyOfApi, setContentSecurityPolicy } from '../../service/http/securityHeaders.ts';
import type { Services } from '../graphql/context.ts';
import { setRateLimitPolicy } from '../limits/allowance/rateLimitHeaders.ts';
import { isCrossOrigin, isNavigation } from './crossOrigin.ts';
import type { GraphiQLPage } from './graphiql.ts';
import type { ApiMetrics } from './metrics.ts';
import { traceRequest } from './traceRequest.ts';
import { createWebApp } from './webApp.ts';
import type { Yoga } from './yoga.ts';

type Parts = {
  services: Services;
  yoga: Yoga;
  graphiql: () => GraphiQLPage;
  /** Folder of the built web app. */
  webRoot: string;
  drain: Pick<Drain, 'hasBegun' | 'isClosed'>;
  metrics: Pick<ApiMetrics, 'registry' | 'requests'>;
  log: Logger;
};

/** Paths that are not the web app's. */
const servicePaths = ['/graphql', '/health', '/ready', '/metrics'];

/** Routes of the API service: GraphQL, health, metrics, and the web app for everything else. */
export function createApiServer({ services, yoga, graphiql, webRoot, drain, metrics, log }: Parts): Server {
  const { config } = services;
  const serveWeb = createWebApp(webRoot, config);
  const checks = readinessChecks(services);
  const serveMetrics = answerMetricsOn(config.METRICS_PORT, metrics.registry);

  const graphql = (request: IncomingMessage, response: ServerResponse) => {
    setRateLimitPolicy(response, config);
    const asPage = config.GRAPHIQL && wantsPage(request);
    if (isCrossOrigin(request) && !(asPage && isNavigation(request))) return refuseCrossOrigin(response);
    setContentSecurityPolicy(response, asPage ? graphiql().contentSecurityPolicy : policyOfApi);
    return traceRequest(request, response, yoga.graphqlEndpoint, () => yoga(request, response));
  };

  const route = (request: IncomingMessage, response: ServerResponse, path: string) => {
    metrics.requests.began(servicePaths.find((each) => each === path) ?? 'web', response);
    if (path === yoga.graphqlEndpoint) return graphql(request, response);
    const intended = servicePathNear(path);
    if (intended !== undefined && intended !== path) return refuseMisspelledPath(response, intended);
    if (refuseMethod(request, response)) return;
    switch (path) {
      case '/health':
        return answerJson(response, 200, { alive: true });
      case '/ready':
        return answerReadiness(response, drain.hasBegun ? stoppingChecks : checks, services.supervised());
      case '/metrics':
        return serveMetrics(request, response, path);
      default:
        return serveWeb(request, response, path);
    }
  };
  return createHttpServer({ config, drain, route, log });
}

/** Whether Yoga responds with GraphiQL. */
function wantsPage({ method, headers }: IncomingMessage): boolean {
  return method === 'GET' && headers.accept?.includes('text/html') === true;
}

/** The service's path with the same first segment, whatever the case: a probe of `/Health/` must not get a page. */
function servicePathNear(path: string): string | undefined {
  const [, first = ''] = path.toLowerCase().split('/');
  return servicePaths.find((each) => each === `/${first}`);
}

function refuseMisspelledPath(response: ServerResponse, intended: string): void {
  answerJson(response, 404, { error: `Not found. The path is ${intended}.` });
}

function refuseCrossOrigin(response: ServerResponse): void {
  const message = 'Requests from pages of another origin are not allowed.';
  answerJson(response, 403, { errors: [{ message, extensions: { code: 'FORBIDDEN' } }] });
}

/** Needs no database, which may be closed by then. */
const stoppingChecks: Record<string, ReadinessCheck> = { service: async () => 'stopping' };

function readinessChecks({ config, database, reads, events }: Services): Record<string, ReadinessCheck> {
  return {
    database: databaseCheck(database),
    migrations: migrationsCheck(database.pool),
    events: eventsCheck(events.hub),
    queue: queueCheck(database.pool),
    workers: workersCheck(database.pool),
    disk: diskCheck(config.DATA_DIR),
    ...(config.ACCEPT_JOBS ? {} : { jobs: acceptanceCheck(config.ACCEPT_JOBS_REASON) }),
    ...(reads.replica() === null ? {} : { replica: replicaCheck(reads) }),
  };
}
