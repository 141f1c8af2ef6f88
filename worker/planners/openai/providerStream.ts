import type { OpenAI } from 'openai';
import { cutText } from '../../../src/canvas/model/cutText.ts';
import { plainText } from '../../../src/canvas/model/plainText.ts';
import type { OpenAiConfig } from '../../../src/config.ts';
import { PlannerError } from '../plannerError.ts';
import { fieldsOf } from './content.ts';

/** What comes from a provider, whichever of its APIs is used. */
export type ProviderChunk =
  /** An answer begins, to a request with so many characters of text. */
  | { type: 'opened'; characters: number }
  /** What a model thinks before it answers: no part of the answer, but it is alive, and it costs. */
  | { type: 'thought'; text: string }
  | { type: 'text'; text: string }
  /** A tool that the model wants to call although it was given none; the last chunk. */
  | { type: 'toolCall'; name: string; input: string }
  | { type: 'usage'; inputTokens: number; outputTokens: number };

/** One part of a conversation. */
export type Turn = { role: 'user' | 'assistant'; content: string };

/** Reads what an API sends, message by message. @throws PlannerError for answers that are no plan */
export type Reader = {
  read(data: unknown): Iterable<ProviderChunk>;
  /** Called when nothing more comes. */
  end(): Iterable<ProviderChunk>;
};

/** What is asked of a provider, in the words of its API. */
export type ApiRequest = { path: string; body: Record<string, unknown> };

/** The figures of a usage, under the names of both APIs, if they are figures. */
export function* usageChunk(usage: unknown): Generator<ProviderChunk> {
  const fields = fieldsOf(usage);
  const [inputTokens, outputTokens] = [
    fields.prompt_tokens ?? fields.input_tokens,
    fields.completion_tokens ?? fields.output_tokens,
  ].map((count) =>
    typeof count === 'number' && Number.isFinite(count) && count >= 0 ? Math.round(count) : undefined,
  );
  if (inputTokens !== undefined && outputTokens !== undefined)
    yield { type: 'usage', inputTokens, outputTokens };
}

/** Sends a request. @returns The answer, as its headers have come. @throws APIError for a refusal */
export async function post(
  client: OpenAI,
  { path, body }: ApiRequest,
  { signal, stream }: { signal: AbortSignal; stream: boolean },
): Promise<Response> {
  return client.post(path, { body, signal, stream }).asResponse();
}

/** The name of an API, as it is configured. */
export type Api = OpenAiConfig['api'];

/** Characters of a model's reason that are shown. */
const maxReasonLength = 300;

export const refused = (why: string) => {
  const reason = cutText(plainText(why), maxReasonLength);
  const message = `The AI model refused this request: “${reason}” Change the instruction, then try again.`;
  return new PlannerError('PROVIDER_REFUSED', message, { retryable: false });
};

export const filtered = () =>
  new PlannerError(
    'CONTENT_FILTERED',
    'The content filter of the AI service stopped the answer. Change the instruction, then try again.',
    { retryable: false },
  );

export const truncated = () =>
  new PlannerError('OUTPUT_TRUNCATED', 'The answer of the AI model was cut off because it is too long.', {
    retryable: true,
  });
