import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Protocol, protocols } from './modelProtocols.ts';

/** A request to the model. The test sends the response, piece by piece. */
export type ModelRequest = {
  /** Body of the request. */
  body: {
    model: string;
    input?: string;
    messages?: { role: string; content: string }[];
    response_format?: { type: string };
  };
  /** Sends the headers of the response only. */
  open(): void;
  /** Sends reasoning, which precedes the answer. */
  sendReasoning(text: string): void;
  /** Sends a part of the answer. */
  sendText(text: string): void;
  /** Completes the answer, with its usage. */
  complete(usage?: { inputTokens: number; outputTokens: number }): void;
  /** Ends the answer as truncated. */
  truncate(reason: 'max_output_tokens' | 'content_filter'): void;
  /** Responds with an error. */
  refuse(status: number, headers?: Record<string, string>, error?: { code?: string; message?: string }): void;
  /** Breaks the connection. */
  disconnect(): void;
  /** Resolves when the client has closed the connection, with the time of `performance.now()`. */
  closed: Promise<number>;
};

export type ModelServer = {
  baseUrl: string;
  /** The oldest request that was not returned yet; waits for one. */
  nextRequest(): Promise<ModelRequest>;
  /** Number of requests so far. */
  readonly requestCount: number;
  /** Responds to every request from now on. */
  respondToAll(answer: (request: ModelRequest) => void | Promise<void>): void;
  stop(): Promise<void>;
};

/**
 * A model server with OpenAI's Responses API, or another protocol, under control of the test. Unlike a mock, it shows
 * that a connection was really closed, and what happens between two pieces of an answer.
 */
export async function startModelServer(protocol: keyof typeof protocols = 'responses'): Promise<ModelServer> {
  const arrived: ModelRequest[] = [];
  const waiting: ((request: ModelRequest) => void)[] = [];
  let answer: ((request: ModelRequest) => void | Promise<void>) | undefined;
  let requestCount = 0;

  const server = createServer(async (request, response) => {
    const modelRequest = createModelRequest(await bodyOf(request), response, protocols[protocol]());
    requestCount += 1;
    if (answer !== undefined) return void answer(modelRequest);
    const next = waiting.shift();
    if (next === undefined) arrived.push(modelRequest);
    else next(modelRequest);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    nextRequest: async () =>
      arrived.shift() ?? (await new Promise<ModelRequest>((resolve) => waiting.push(resolve))),
    get requestCount() {
      return requestCount;
    },
    respondToAll(how) {
      answer = how;
      for (const request of arrived.splice(0)) void how(request);
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function createModelRequest(
  body: ModelRequest['body'],
  response: ServerResponse,
  protocol: Protocol,
): ModelRequest {
  const send = (events: string) => {
    if (!response.headersSent) response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(events);
  };
  const closed = new Promise<number>((resolve) => response.once('close', () => resolve(performance.now())));
  return {
    body,
    closed,
    open: () => send(protocol.open()),
    sendReasoning: (text) => send(protocol.reasoning(text)),
    sendText: (text) => send(protocol.text(text)),
    complete(usage = { inputTokens: 100, outputTokens: 200 }) {
      send(protocol.complete(usage));
      response.end();
    },
    truncate(reason) {
      send(protocol.truncate(reason));
      response.end();
    },
    refuse(status, headers = {}, error = {}) {
      const body = protocol.error(status, error.message ?? 'refused by the test');
      const coded = error.code === undefined ? body : { error: { ...Object(body).error, code: error.code } };
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(JSON.stringify(coded));
    },
    disconnect: () => response.destroy(),
  };
}

async function bodyOf(request: IncomingMessage): Promise<ModelRequest['body']> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}
