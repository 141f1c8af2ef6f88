import type { OpenAI } from 'openai';
import { Stream } from 'openai/streaming';
import { answerTooLargeError, unreadableAnswerError, webPageError } from '../errors/answerErrors.ts';
import { isHtml, type ServerMessage } from './findReportedError.ts';

/** Maximum size of one message. */
const maxMessageBytes = 16_000_000;

/**
 * Reads the messages of a response: server-sent events, or JSON where a server does not stream. The first character
 * decides which, since servers mislabel both.
 * @throws PlannerError for a web page, for invalid JSON, and for a message without an end
 */
export async function* readServerMessages(
  client: OpenAI,
  response: Response,
  signal: AbortSignal,
): AsyncGenerator<ServerMessage> {
  const body = new BoundedBody(response.body);
  try {
    const first = await body.peekCharacter();
    if (first === '<') throw webPageError();
    if (first === '{' || first === '[') {
      for (const data of parseDocuments(await body.text())) yield { event: null, data };
    } else {
      yield* readEvents(client, body, signal);
    }
  } finally {
    await body.close();
  }
}

async function* readEvents(
  client: OpenAI,
  body: BoundedBody,
  signal: AbortSignal,
): AsyncGenerator<ServerMessage> {
  const connection = new AbortController();
  const abort = () => connection.abort(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  try {
    const stream = Stream.fromSSEResponse<ServerMessage>(
      new Response(body.stream()),
      connection,
      client,
      true,
      'events',
    );
    for await (const message of stream) {
      body.startNextMessage();
      yield message;
    }
  } catch (error) {
    throw error instanceof SyntaxError ? unreadableAnswerError(error) : error;
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

/** Parses one JSON document, or JSON lines. */
function parseDocuments(text: string): unknown[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [value];
  } catch (error) {
    if (isHtml(text)) throw webPageError();
    try {
      return text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [JSON.parse(line)]));
    } catch {
      throw unreadableAnswerError(error);
    }
  }
}

/** A response body with a limit on the size of each message, whose first character can be read ahead. */
class BoundedBody {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  readonly #peeked: Uint8Array[] = [];
  #bytes = 0;

  constructor(body: ReadableStream<Uint8Array> | null) {
    this.#reader = body?.getReader();
  }

  /** The first character that is not white space, or '' if there is none. */
  async peekCharacter(): Promise<string> {
    for (;;) {
      const { done, value } = await this.#next();
      if (done) return '';
      this.#peeked.push(value);
      const start = new TextDecoder().decode(value).trimStart();
      if (start !== '') return start.charAt(0);
    }
  }

  startNextMessage(): void {
    this.#bytes = 0;
  }

  stream(): ReadableStream<Uint8Array> {
    return new ReadableStream<Uint8Array>({
      pull: async (controller) => {
        const peeked = this.#peeked.shift();
        if (peeked !== undefined) return controller.enqueue(peeked);
        const { done, value } = await this.#next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: (reason) => this.#reader?.cancel(reason),
    });
  }

  async text(): Promise<string> {
    return new Response(this.stream()).text();
  }

  async #next(): Promise<{ done: true; value: undefined } | { done: false; value: Uint8Array }> {
    const result = await this.#reader?.read();
    if (result === undefined || result.done) return { done: true, value: undefined };
    this.#bytes += result.value.length;
    if (this.#bytes <= maxMessageBytes) return result;
    await this.#reader?.cancel();
    throw answerTooLargeError();
  }

  /** Closes the connection if the body has not been read to its end. */
  async close(): Promise<void> {
    await this.#reader?.cancel().catch(() => undefined);
  }
}
