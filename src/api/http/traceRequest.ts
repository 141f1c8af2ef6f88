import type { IncomingMessage, ServerResponse } from 'node:http';
import { traced } from '../../tracing/trace.ts';

/** Answers a request as a span, in the trace that it names. */
export function traceRequest(
  request: IncomingMessage,
  response: ServerResponse,
  route: string,
  answer: () => unknown,
): Promise<void> {
  const { method = '', headers } = request;
  const { traceparent } = headers;
  const parent = typeof traceparent === 'string' ? traceparent : null;
  const attributes = { 'http.request.method': method, 'http.route': route, 'url.path': route };
  return traced(`${method} ${route}`, { kind: 'server', parent, attributes }, async (span) => {
    await answer();
    span.set({ 'http.response.status_code': response.statusCode });
    if (response.statusCode >= 500) span.fail(String(response.statusCode));
  });
}
