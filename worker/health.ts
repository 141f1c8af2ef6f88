import { once } from 'node:events';
import type { Server } from 'node:http';
import type { Registry } from 'prom-client';
import type { Config } from '../src/config.ts';
import type { Sql } from '../src/database/statement.ts';
import type { Logger } from '../src/log.ts';
import { createHttpServer, type Route } from '../src/service/http/httpServer.ts';
import { answerMetricsOn } from '../src/service/http/metricsServer.ts';
import { answerJson, answerReadiness, type ReadinessCheck } from '../src/service/http/readiness.ts';
import { refuseMethod } from '../src/service/http/refuseMethod.ts';
import type { SupervisorReport } from '../src/service/supervisor.ts';
import type { FetchWatch } from './fetchWatch.ts';

/** Checks that this worker fetches the jobs that wait. */
export function fetchCheck(fetching: FetchWatch, sql: Sql): ReadinessCheck {
  return async () => {
    const stalledMs = await fetching.stalledMs(sql);
    if (stalledMs === null) return true;
    return `jobs wait, and this worker has fetched none for ${Math.round(stalledMs / 1_000)} s`;
  };
}

/**
 * The worker's own small HTTP server: `/health`, `/ready`, `/metrics`.
 * @throws NodeJS.ErrnoException EADDRINUSE, EACCES: the port can't be used.
 */
export async function serveHealth(options: {
  config: Config;
  checks: Record<string, ReadinessCheck>;
  metrics: Registry;
  supervised: () => SupervisorReport | undefined;
  log: Logger;
}): Promise<Server> {
  const { config, checks, metrics, supervised, log } = options;
  const answerMetrics = answerMetricsOn(config.WORKER_METRICS_PORT, metrics);
  const route: Route = (request, response, path) => {
    if (refuseMethod(request, response)) return;
    if (path === '/health') return answerJson(response, 200, { alive: true });
    if (path === '/ready') return answerReadiness(response, checks, supervised());
    if (path === '/metrics') return answerMetrics(request, response, path);
    return answerJson(response, 404, { error: 'Not found. Use /health, /ready or /metrics.' });
  };
  const server = createHttpServer({ config, drain: { hasBegun: false, isClosed: false }, route, log });
  server.listen(config.WORKER_PORT, config.WORKER_HOST);
  await once(server, 'listening');
  return server;
}
