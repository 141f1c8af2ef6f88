import { APIError, type OpenAI } from 'openai';
import type { OpenAiConfig } from '../../../src/config.ts';
import { PlannerError } from '../plannerError.ts';
import { planFormat } from './planFormat.ts';

/** What comes from a provider, whichever of its APIs is used. */
export type ProviderChunk =
  /** The headers of an answer have come. */
  | { type: 'opened' }
  | { type: 'text'; text: string }
  | { type: 'usage'; inputTokens: number; outputTokens: number };

export type ProviderRequest = { system: string; user: string; signal: AbortSignal };

type Stream = (client: OpenAI, model: string, request: ProviderRequest) => AsyncGenerator<ProviderChunk>;

/** The way to stream from each API. @throws PlannerError for answers that are no plan; errors of the client as they are */
export const streams: Record<OpenAiConfig['api'], Stream> = { responses: streamResponse, chat: streamChat };

async function* streamResponse(
  client: OpenAI,
  model: string,
  request: ProviderRequest,
): AsyncGenerator<ProviderChunk> {
  const stream = await client.responses.create(
    {
      model,
      instructions: request.system,
      input: request.user,
      text: { format: { type: 'json_schema', ...planFormat } },
      stream: true,
      store: false,
    },
    { signal: request.signal },
  );
  yield { type: 'opened' };
  for await (const event of stream) {
    switch (event.type) {
      case 'response.output_text.delta':
        yield { type: 'text', text: event.delta };
        break;
      case 'response.refusal.done':
        throw refused(event.refusal);
      case 'response.incomplete':
        throw event.response.incomplete_details?.reason === 'content_filter' ? filtered() : truncated();
      case 'response.failed':
        // As the client itself throws for an event of the type `error`: classifyError decides on both.
        throw new APIError(undefined, event.response.error ?? undefined, undefined, undefined);
      case 'response.completed':
        if (event.response.usage) {
          const { input_tokens: inputTokens, output_tokens: outputTokens } = event.response.usage;
          yield { type: 'usage', inputTokens, outputTokens };
        }
        break;
    }
  }
}

async function* streamChat(
  client: OpenAI,
  model: string,
  request: ProviderRequest,
): AsyncGenerator<ProviderChunk> {
  const stream = await client.chat.completions.create(
    {
      model,
      messages: [
        { role: 'system', content: request.system },
        { role: 'user', content: request.user },
      ],
      response_format: { type: 'json_schema', json_schema: planFormat },
      stream: true,
      stream_options: { include_usage: true },
    },
    { signal: request.signal },
  );
  yield { type: 'opened' };
  let refusal = '';
  for await (const { choices, usage } of stream) {
    const [choice] = choices;
    if (choice?.delta.content) yield { type: 'text', text: choice.delta.content };
    refusal += choice?.delta.refusal ?? '';
    if (choice?.finish_reason === 'length') throw truncated();
    if (choice?.finish_reason === 'content_filter') throw filtered();
    if (usage)
      yield { type: 'usage', inputTokens: usage.prompt_tokens, outputTokens: usage.completion_tokens };
  }
  if (refusal !== '') throw refused(refusal);
}

const refused = (why: string) =>
  new PlannerError('PROVIDER_REFUSED', `The model refused this request: ${why.slice(0, 300)}`, {
    retryable: false,
  });

const filtered = () =>
  new PlannerError('CONTENT_FILTERED', "The provider's content filter stopped the answer.", {
    retryable: false,
  });

const truncated = () =>
  new PlannerError('OUTPUT_TRUNCATED', 'The answer of the model was cut off because it is too long.', {
    retryable: true,
  });
