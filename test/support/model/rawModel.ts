import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

/** A request as it reached the server: its path, and its body as JSON. */
export type RawRequest = { path: string; body: Record<string, unknown> };

export type RawModel = {
  /** What `OPENAI_BASE_URL` is set to. */
  baseUrl: string;
  /** What it has been asked so far. */
  asked: RawRequest[];
};

/**
 * A model server that knows nothing of any API: the test writes every byte of its answers. It stops with the test.
 * @param answer Called for each request.
 */
export async function startRawModel(
  answer: (response: ServerResponse, request: RawRequest) => void,
): Promise<RawModel> {
  const asked: RawRequest[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const request = { path: incoming.url ?? '', body: Object(JSON.parse(await text(incoming))) };
    asked.push(request);
    answer(outgoing, request);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, asked };
}

/** Answers with server-sent events, one for each JSON value, and `[DONE]`. */
export function stream(response: ServerResponse, ...values: unknown[]): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const events = values.map((value) => `data: ${JSON.stringify(value)}\n\n`);
  response.end(`${events.join('')}data: [DONE]\n\n`);
}

/** A chunk of a chat completion. */
export function chunk(delta: object, finish: string | null = null) {
  return {
    id: 'c',
    object: 'chat.completion.chunk',
    choices: [{ index: 0, delta, finish_reason: finish }],
  };
}
/** Answers with a status and JSON. */
export function json(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(value));
}
