import { once } from 'node:events';
import type { Server } from 'node:http';
import type { Registry } from 'prom-client';
import type { Config } from '../../config.ts';
import type { Logger } from '../../log.ts';
import { createHttpServer, type Route, urlOf } from './httpServer.ts';
import { answerJson, answerMetrics } from './readiness.ts';
import { refuseMethod } from './refuseMethod.ts';

/** Where metrics are served; `port` is undefined when they are served with everything else. */
type Place = { host: string; port: number | undefined };

/**
 * Serves `/metrics`, and nothing else, on a port of its own if one is set. Requests are checked as on the other port.
 * @returns Closes the server.
 * @throws NodeJS.ErrnoException EADDRINUSE, EACCES: the port can't be used.
 */
export async function serveMetrics(
  { host, port }: Place,
  { config, registry, log }: { config: Config; registry: Registry; log: Logger },
): Promise<() => void> {
  if (port === undefined) return () => undefined;
  const route: Route = (request, response, path) => {
    if (refuseMethod(request, response)) return;
    if (path === '/metrics') return answerMetrics(response, registry);
    return answerJson(response, 404, { error: 'Not found. Use /metrics.' });
  };
  const server = createHttpServer({ config, drain: { hasBegun: false, isClosed: false }, route, log });
  server.listen(port, host);
  await once(server, 'listening');
  log.info({ url: urlOf(server) }, 'metrics have a port of their own');
  return () => close(server);
}

/** The answer to a request for metrics on the port of everything else, if they have a port of their own. */
export function answerMetricsOn(port: number | undefined, registry: Registry): Route {
  return (_request, response) =>
    port === undefined
      ? answerMetrics(response, registry)
      : answerJson(response, 404, { error: 'Metrics have a port of their own here.' });
}

function close(server: Server): void {
  server.close();
  server.closeAllConnections();
}
