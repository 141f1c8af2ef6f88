import type { ServerResponse } from 'node:http';
import type { Registry } from 'prom-client';
import type { EventHub } from '../events/hub.ts';

/** One thing that must work for a process to be ready: true, what is wrong, or what is not as it should be. */
export type ReadinessCheck = () => Promise<true | string | { degraded: string }>;

/** Whether news of the database arrive. A process that has to poll for them is slow, but of use. */
export function eventsCheck(hub: Pick<EventHub, 'hearing'>): ReadinessCheck {
  return async () => {
    if (hub.hearing === 'deaf') return { degraded: 'polling: a connection pooler drops notifications' };
    return hub.hearing === 'listening' || 'notifications do not arrive; reconnecting';
  };
}

/** Answers 200 when every check passes, else 503 with what is wrong. */
export async function answerReadiness(
  response: ServerResponse,
  checks: Record<string, ReadinessCheck>,
): Promise<void> {
  const results = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => {
      const outcome = await check().catch(() => 'cannot be reached' as const);
      return [name, outcome] as const;
    }),
  );
  const ready = results.every(([, outcome]) => typeof outcome !== 'string');
  const told = results.map(([name, outcome]) => {
    if (outcome === true) return [name, 'ok'];
    return [name, typeof outcome === 'string' ? outcome : outcome.degraded];
  });
  answerJson(response, ready ? 200 : 503, { ready, checks: Object.fromEntries(told) });
}

export function answerJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify(body));
}

/** Answers with a registry's metrics in Prometheus' text format. */
export async function answerMetrics(response: ServerResponse, metrics: Registry): Promise<void> {
  try {
    const body = await metrics.metrics();
    response.writeHead(200, { 'content-type': metrics.contentType });
    response.end(body);
  } catch {
    answerJson(response, 503, { error: 'The figures cannot be read at the moment.' });
  }
}
