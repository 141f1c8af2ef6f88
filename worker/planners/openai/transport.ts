import { OpenAI } from 'openai';
import { Stream } from 'openai/streaming';
import type { OpenAiConfig } from '../../../src/config.ts';
import { PlannerError } from '../plannerError.ts';
import { isHtml, type ProviderMessage, readableBody } from './providerFailure.ts';
import type { Redact } from './redactKey.ts';

/** Bytes from one message to the next; more is no answer to a request for a plan. */
const maxMessageBytes = 16_000_000;
/** Characters of a refusal's body that are read. */
const maxRefusalLength = 20_000;

/** The client, without what is ours to decide: retries, and what is logged. */
export function createClient({ apiKey, baseUrl }: OpenAiConfig, redact: Redact): OpenAI {
  return new OpenAI({
    apiKey,
    ...(baseUrl === undefined ? {} : { baseURL: baseUrl }),
    // The queue owns retries: the client would retry within the attempt, unseen, and drop a long Retry-After.
    maxRetries: 0,
    logLevel: 'off',
    fetch: async (url, init) => withReadableRefusal(await fetch(url, init), redact),
  });
}

/** The client reads refusals in OpenAI's form only, and would keep our key if the server quotes it. */
async function withReadableRefusal(response: Response, redact: Redact): Promise<Response> {
  if (response.ok) return response;
  const { status, statusText } = response;
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  headers.delete('content-encoding');
  const body = readableBody(redact(await beginningOf(response)));
  return new Response(body, { status, statusText, headers });
}

async function beginningOf({ body }: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const bytes of body ?? []) {
    text += decoder.decode(bytes, { stream: true });
    // Leaving the loop closes the connection.
    if (text.length > maxRefusalLength) break;
  }
  return text.slice(0, maxRefusalLength).toWellFormed();
}

/**
 * The messages of an answer: server-sent events, or one JSON document where a server does not stream. What it is, is
 * seen from its first character, since servers mislabel both.
 * @throws PlannerError for a web page, for what is no JSON, and for a message without an end
 */
export async function* messagesOf(
  client: OpenAI,
  response: Response,
  signal: AbortSignal,
): AsyncGenerator<ProviderMessage> {
  const body = new BoundedBody(response.body);
  try {
    const first = await body.firstCharacter();
    if (first === '<') throw webPage();
    if (first === '{' || first === '[') {
      for (const data of documentsIn(await body.text())) yield { event: null, data };
    } else {
      yield* eventsOf(client, body, signal);
    }
  } finally {
    await body.close();
  }
}

async function* eventsOf(
  client: OpenAI,
  body: BoundedBody,
  signal: AbortSignal,
): AsyncGenerator<ProviderMessage> {
  const connection = new AbortController();
  const end = () => connection.abort(signal.reason);
  signal.addEventListener('abort', end, { once: true });
  try {
    const stream = Stream.fromSSEResponse<ProviderMessage>(
      new Response(body.stream()),
      connection,
      client,
      true,
      'events',
    );
    for await (const message of stream) {
      body.messageEnded();
      yield message;
    }
  } catch (error) {
    throw error instanceof SyntaxError ? unreadable(error) : error;
  } finally {
    signal.removeEventListener('abort', end);
  }
}

/** A JSON document, or several, one in each line. */
function documentsIn(text: string): unknown[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [value];
  } catch (error) {
    if (isHtml(text)) throw webPage();
    try {
      return text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [JSON.parse(line)]));
    } catch {
      throw unreadable(error);
    }
  }
}

/** The body of an answer: its beginning can be looked at before it is read, and no message in it goes on for ever. */
class BoundedBody {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  readonly #seen: Uint8Array[] = [];
  #bytes = 0;

  constructor(body: ReadableStream<Uint8Array> | null) {
    this.#reader = body?.getReader();
  }

  /** The first character that is no white space, or '' when there is none. */
  async firstCharacter(): Promise<string> {
    for (;;) {
      const { done, value } = await this.#next();
      if (done) return '';
      this.#seen.push(value);
      const start = new TextDecoder().decode(value).trimStart();
      if (start !== '') return start.charAt(0);
    }
  }

  messageEnded(): void {
    this.#bytes = 0;
  }

  stream(): ReadableStream<Uint8Array> {
    return new ReadableStream<Uint8Array>({
      pull: async (controller) => {
        const seen = this.#seen.shift();
        if (seen !== undefined) return controller.enqueue(seen);
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
    throw tooLarge();
  }

  /** Closes the connection, if the answer has not been read to its end. */
  async close(): Promise<void> {
    await this.#reader?.cancel().catch(() => undefined);
  }
}

/** An answer that is longer than any plan. */
export const tooLarge = () =>
  new PlannerError('OUTPUT_TOO_LARGE', 'The answer of the AI model is longer than 2 MB.', {
    retryable: true,
  });

const webPage = () =>
  new PlannerError(
    'PROVIDER_UNREADABLE',
    'The AI service sent a web page instead of an answer. Ask your administrator to check its address.',
    { retryable: false },
  );

const unreadable = (cause: unknown) =>
  new PlannerError('PROVIDER_UNREADABLE', 'The AI service sent an answer that is not valid JSON.', {
    retryable: true,
    cause,
  });
