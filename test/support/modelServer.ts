import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Voice, voices } from './modelVoices.ts';

/** A request that a model has been sent, to be answered by the test, word for word and when it wants. */
export type ModelRequest = {
  /** Body of the request. */
  body: {
    model: string;
    input?: string;
    messages?: { role: string; content: string }[];
    response_format?: { type: string };
  };
  /** Sends the headers of the answer, and nothing of it yet. */
  open(): void;
  /** Sends some of what the model thinks before it answers. */
  think(text: string): void;
  /** Sends some text of the answer. */
  say(text: string): void;
  /** Says that the answer is complete, with its figures. */
  complete(usage?: { inputTokens: number; outputTokens: number }): void;
  /** Says that the answer had to be cut short. */
  cutShort(reason: 'max_output_tokens' | 'content_filter'): void;
  /** Answers with an error instead. */
  refuse(status: number, headers?: Record<string, string>, error?: { code?: string; message?: string }): void;
  /** Breaks the connection. */
  hangUp(): void;
  /** Resolves when the other side has closed the connection, with the time of `performance.now()`. */
  closed: Promise<number>;
};

export type ModelServer = {
  baseUrl: string;
  /** The next request that comes in, or has come in and was not taken yet. */
  nextRequest(): Promise<ModelRequest>;
  /** Requests that have come in so far. */
  readonly requestCount: number;
  /** Answers every request by itself from now on. */
  answerAll(answer: (request: ModelRequest) => void | Promise<void>): void;
  stop(): Promise<void>;
};

/**
 * A server that speaks OpenAI's Responses API, or like another one, played by the test. It shows what an
 * independent mock can't: that a connection was really closed, and what happens between two words.
 */
export async function startModelServer(speaks: keyof typeof voices = 'responses'): Promise<ModelServer> {
  const arrived: ModelRequest[] = [];
  const waiting: ((request: ModelRequest) => void)[] = [];
  let answer: ((request: ModelRequest) => void | Promise<void>) | undefined;
  let requestCount = 0;

  const server = createServer(async (request, response) => {
    const modelRequest = play(await bodyOf(request), response, voices[speaks]());
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
    answerAll(how) {
      answer = how;
      for (const request of arrived.splice(0)) void how(request);
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function play(body: ModelRequest['body'], response: ServerResponse, voice: Voice): ModelRequest {
  const send = (events: string) => {
    if (!response.headersSent) response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(events);
  };
  const closed = new Promise<number>((resolve) => response.once('close', () => resolve(performance.now())));
  return {
    body,
    closed,
    open: () => send(voice.open()),
    think: (text) => send(voice.think(text)),
    say: (text) => send(voice.say(text)),
    complete(usage = { inputTokens: 100, outputTokens: 200 }) {
      send(voice.complete(usage));
      response.end();
    },
    cutShort(reason) {
      send(voice.cutShort(reason));
      response.end();
    },
    refuse(status, headers = {}, error = {}) {
      const body = voice.error(status, error.message ?? 'refused by the test');
      const coded = error.code === undefined ? body : { error: { ...Object(body).error, code: error.code } };
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(JSON.stringify(coded));
    },
    hangUp: () => response.destroy(),
  };
}

async function bodyOf(request: IncomingMessage): Promise<ModelRequest['body']> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}
