import { createServer } from 'node:http';
import { urlOf } from '../../../src/service/http/httpServer.ts';

/** A span as a collector receives it. */
export type CollectedSpan = {
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId: string;
  attributes: Record<string, unknown>;
  ms: number;
  failed: boolean;
};

export type TraceCollector = { url: string; spans: CollectedSpan[]; bodies: string[]; stop(): Promise<void> };

/** Collects traces that are sent as JSON by OTLP over HTTP. */
export async function startTraceCollector(): Promise<TraceCollector> {
  const spans: CollectedSpan[] = [];
  const bodies: string[] = [];
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString();
    bodies.push(body);
    if (request.url === '/v1/traces') spans.push(...spansIn(body));
    response.setHeader('content-type', 'application/json').end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    ...{ url: urlOf(server), spans, bodies },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

type Sent = {
  resourceSpans: {
    scopeSpans: {
      spans: {
        name: string;
        traceId: string;
        spanId: string;
        parentSpanId?: string;
        startTimeUnixNano: string;
        endTimeUnixNano: string;
        attributes: { key: string; value: Record<string, unknown> }[];
        status: { code?: number };
      }[];
    }[];
  }[];
};

function spansIn(body: string): CollectedSpan[] {
  const { resourceSpans } = JSON.parse(body) as Sent;
  return resourceSpans
    .flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans))
    .map(({ name, traceId, spanId, parentSpanId = '', attributes, status, ...times }) => ({
      ...{ name, traceId, spanId, parentSpanId },
      attributes: Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]])),
      ms: Number(BigInt(times.endTimeUnixNano) - BigInt(times.startTimeUnixNano)) / 1e6,
      failed: status.code === 2,
    }));
}
