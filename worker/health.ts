import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { Registry } from 'prom-client';
import type { Sql } from '../src/database/connection.ts';
import { answerJson, answerMetrics, answerReadiness, type ReadinessCheck } from '../src/http/health.ts';
import type { FetchWatch } from './fetchWatch.ts';

/** Whether waiting jobs are fetched, as far as this worker is concerned. */
export function fetchCheck(fetching: FetchWatch, sql: Sql): ReadinessCheck {
  return async () => {
    const stalledMs = await fetching.stalledMs(sql);
    if (stalledMs === null) return true;
    return `jobs wait, and this worker has fetched none for ${Math.round(stalledMs / 1_000)} s`;
  };
}

/**
 * The worker's own small HTTP server: `/health`, `/ready`, `/metrics`.
 * @throws NodeJS.ErrnoException EADDRINUSE, EACCES: the port can't be had.
 */
export async function serveHealth(options: {
  host: string;
  port: number;
  checks: Record<string, ReadinessCheck>;
  metrics: Registry;
}): Promise<Server> {
  const { checks, metrics } = options;
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/health') answerJson(response, 200, { alive: true });
    else if (pathname === '/ready') void answerReadiness(response, checks);
    else if (pathname === '/metrics') void answerMetrics(response, metrics);
    else answerJson(response, 404, { error: 'There are only /health, /ready and /metrics here.' });
  });
  server.listen(options.port, options.host);
  await once(server, 'listening');
  return server;
}
