import { OpenAI } from 'openai';
import type { OpenAiConfig } from '../../../src/config.ts';
import type { RedactKey } from './errors/redactKey.ts';
import { normalizeErrorBody } from './response/findReportedError.ts';

/** Characters of an error body that are read. */
const maxErrorLength = 20_000;

/** Creates the HTTP client, with its retries and its log turned off. */
export function createClient({ apiKey, baseUrl }: OpenAiConfig, redact: RedactKey): OpenAI {
  return new OpenAI({
    apiKey,
    ...(baseUrl === undefined ? {} : { baseURL: baseUrl }),
    // The queue owns retries: the client would retry within the attempt, unseen, and drop a long Retry-After.
    maxRetries: 0,
    logLevel: 'off',
    fetch: async (url, init) => normalizeErrorResponse(await fetch(url, init), redact),
  });
}

/** The client reads error bodies in OpenAI's form only, and would keep the API key if the server quotes it. */
async function normalizeErrorResponse(response: Response, redact: RedactKey): Promise<Response> {
  if (response.ok) return response;
  const { status, statusText } = response;
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  headers.delete('content-encoding');
  const body = normalizeErrorBody(redact(await readStart(response)));
  return new Response(body, { status, statusText, headers });
}

async function readStart({ body }: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const bytes of body ?? []) {
    text += decoder.decode(bytes, { stream: true });
    // Leaving the loop closes the connection.
    if (text.length > maxErrorLength) break;
  }
  return text.slice(0, maxErrorLength).toWellFormed();
}
