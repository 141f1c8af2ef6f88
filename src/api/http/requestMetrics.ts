import type { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { JobEvent } from '../../events/log/jobEvent.ts';
import type { OperationMetrics } from '../graphql/observeOperations.ts';

/** What the metrics of an API process are told about requests. */
export type RequestMetrics = OperationMetrics & {
  /** A request over HTTP has begun; `route` is one of a few. */
  began(route: string, response: ServerResponse): void;
  authenticationFailed(): void;
  /** A WebSocket was opened. */
  connected(socket: Pick<EventEmitter, 'once'>): void;
  /** A subscriber has taken events; see `JobEventSource`. */
  delivered(events: readonly JobEvent[], isLive: boolean): void;
};

const buckets = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Labels have few values each: routes and classes of states, types of operations, and codes of errors. */
export function createRequestMetrics(registry: Registry): RequestMetrics {
  const registers = [registry];
  const requests = new Histogram({
    name: 'collabcanvas_http_request_seconds',
    help: 'Requests over HTTP by route and class of state; event streams last as long as they are open.',
    ...{ labelNames: ['route', 'status'], buckets, registers },
  });
  const operations = new Histogram({
    name: 'collabcanvas_graphql_operation_seconds',
    help: 'Queries and mutations that ran, over HTTP and WebSocket, by type and by whether they gave errors.',
    ...{ labelNames: ['type', 'failed'], buckets, registers },
  });
  const errors = new Counter({
    name: 'collabcanvas_graphql_errors_total',
    help: 'Errors in answers, by code.',
    ...{ labelNames: ['code'], registers },
  });
  const refused = new Counter({
    name: 'collabcanvas_authentication_failures_total',
    help: 'Requests and connections with a token that is not valid.',
    registers,
  });
  const connections = new Gauge({
    name: 'collabcanvas_websocket_connections',
    help: 'Open WebSockets of this process.',
    registers,
  });
  const deliveries = new Histogram({
    name: 'collabcanvas_delivery_seconds',
    help: 'From when an event was appended until a waiting subscriber has taken it, between two clocks.',
    ...{ buckets: [0.001, ...buckets], registers },
  });
  return {
    began(route, response) {
      const end = requests.startTimer({ route });
      response.once('close', () => end({ status: `${Math.trunc(response.statusCode / 100)}xx` }));
    },
    ran: ({ type, failed, seconds }) => operations.observe({ type, failed: String(failed) }, seconds),
    failed: (code) => errors.inc({ code }),
    authenticationFailed: () => refused.inc(),
    connected(socket) {
      connections.inc();
      socket.once('close', () => connections.dec());
    },
    delivered(events, isLive) {
      const now = Date.now();
      if (isLive) for (const { at } of events) deliveries.observe(Math.max(now - at.getTime(), 0) / 1_000);
    },
  };
}
