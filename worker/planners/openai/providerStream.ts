import { APIError, type OpenAI } from 'openai';
import { cutText } from '../../../src/canvas/model/cutText.ts';
import { plainText } from '../../../src/canvas/model/plainText.ts';
import type { OpenAiConfig } from '../../../src/config.ts';
import { PlannerError } from '../plannerError.ts';
import type { Enforcement } from './enforcement.ts';
import { planFormat } from './planFormat.ts';

/** What comes from a provider, whichever of its APIs is used. */
export type ProviderChunk =
  /** The headers of an answer have come, to a request with so many characters of text. */
  | { type: 'opened'; characters: number }
  /** What a model thinks before it answers: no part of the answer, but it is alive, and it costs. */
  | { type: 'thought'; text: string }
  | { type: 'text'; text: string }
  | { type: 'usage'; inputTokens: number; outputTokens: number };

/** One part of a conversation. */
export type Turn = { role: 'user' | 'assistant'; content: string };

export type ProviderRequest = {
  system: string;
  turns: readonly Turn[];
  enforcement: Enforcement;
  signal: AbortSignal;
};

type Stream = (client: OpenAI, model: string, request: ProviderRequest) => AsyncGenerator<ProviderChunk>;

/** The way to stream from each API. @throws PlannerError for answers that are no plan; errors of the client as they are */
export const streams: Record<OpenAiConfig['api'], Stream> = { responses: streamResponse, chat: streamChat };

async function* streamResponse(
  client: OpenAI,
  model: string,
  request: ProviderRequest,
): AsyncGenerator<ProviderChunk> {
  const { system, turns, enforcement, signal } = request;
  const stream = await client.responses.create(
    {
      model,
      instructions: system,
      input: inputOf(turns),
      ...responseFormats[enforcement],
      stream: true,
      store: false,
    },
    { signal },
  );
  yield opened(request);
  for await (const event of stream) {
    switch (event.type) {
      case 'response.output_text.delta':
        yield { type: 'text', text: event.delta };
        break;
      case 'response.reasoning_text.delta':
      case 'response.reasoning_summary_text.delta':
        yield { type: 'thought', text: event.delta };
        break;
      case 'response.refusal.done':
        throw refused(event.refusal);
      case 'response.incomplete':
        yield* usageOfResponse(event.response);
        throw event.response.incomplete_details?.reason === 'content_filter' ? filtered() : truncated();
      case 'response.failed':
        // As the client itself throws for an event of the type `error`: classifyError decides on both.
        throw new APIError(undefined, event.response.error ?? undefined, undefined, undefined);
      case 'response.completed':
        yield* usageOfResponse(event.response);
        break;
    }
  }
}

/** A text alone is a message of the user. */
function inputOf(turns: readonly Turn[]): string | Turn[] {
  const [first, ...others] = turns;
  return first?.role === 'user' && others.length === 0 ? first.content : [...turns];
}

const responseFormats = {
  schema: { text: { format: { type: 'json_schema', ...planFormat } } },
  json: { text: { format: { type: 'json_object' } } },
  none: {},
} as const;

function* usageOfResponse({ usage }: OpenAI.Responses.Response): Generator<ProviderChunk> {
  if (usage) yield { type: 'usage', inputTokens: usage.input_tokens, outputTokens: usage.output_tokens };
}

async function* streamChat(
  client: OpenAI,
  model: string,
  request: ProviderRequest,
): AsyncGenerator<ProviderChunk> {
  const { system, turns, enforcement, signal } = request;
  const stream = await client.chat.completions.create(
    {
      model,
      messages: [{ role: 'system', content: system }, ...turns],
      ...chatFormats[enforcement],
      stream: true,
      stream_options: { include_usage: true },
    },
    { signal },
  );
  yield opened(request);
  let refusal = '';
  let ending: string | null = null;
  for await (const { choices, usage } of stream) {
    // Compatible servers leave out what OpenAI always sends: the list, in the chunk with the figures, or a delta.
    const choice: Partial<OpenAI.ChatCompletionChunk.Choice> | undefined = choices?.[0];
    const { content, refusal: why, ...other }: Delta = choice?.delta ?? {};
    const thought = other.reasoning_content ?? other.reasoning;
    if (thought) yield { type: 'thought', text: thought };
    if (content) yield { type: 'text', text: content };
    refusal += why ?? '';
    ending = choice?.finish_reason ?? ending;
    if (usage)
      yield { type: 'usage', inputTokens: usage.prompt_tokens, outputTokens: usage.completion_tokens };
  }
  // Only now: the figures come after the reason for the end.
  if (ending === 'length') throw truncated();
  if (ending === 'content_filter') throw filtered();
  if (refusal !== '') throw refused(refusal);
}

/** A piece of an answer, with the names under which vLLM and llama.cpp (the first) and Ollama send thoughts. */
type Delta = Partial<OpenAI.ChatCompletionChunk.Choice.Delta> & {
  reasoning_content?: string | null;
  reasoning?: string | null;
};

const chatFormats = {
  schema: { response_format: { type: 'json_schema', json_schema: planFormat } },
  json: { response_format: { type: 'json_object' } },
  none: {},
} as const;

const opened = ({ system, turns }: ProviderRequest): ProviderChunk => ({
  type: 'opened',
  characters: turns.reduce((sum, { content }) => sum + content.length, system.length),
});

/** Characters of a model's reason that are shown. */
const maxReasonLength = 300;

const refused = (why: string) =>
  new PlannerError(
    'PROVIDER_REFUSED',
    `The model refused this request: ${cutText(plainText(why), maxReasonLength)}`,
    {
      retryable: false,
    },
  );

const filtered = () =>
  new PlannerError('CONTENT_FILTERED', "The provider's content filter stopped the answer.", {
    retryable: false,
  });

const truncated = () =>
  new PlannerError('OUTPUT_TRUNCATED', 'The answer of the model was cut off because it is too long.', {
    retryable: true,
  });
