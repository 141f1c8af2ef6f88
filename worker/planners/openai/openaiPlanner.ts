import { OpenAI } from 'openai';
import type { OpenAiConfig } from '../../../src/config.ts';
import type { Planner, PlannerEvent, PlannerRequest } from '../planner.ts';
import { classifyError } from './classifyError.ts';
import { PlanParser } from './planParser.ts';
import { requestMessage, systemPrompt } from './prompt.ts';
import { streams } from './providerStream.ts';
import { withTimeLimits } from './timeLimits.ts';

/** English text has about four characters to a token. Good enough for a stream that was cut short. */
const charactersPerToken = 4;

/** A planner that asks a model, through OpenAI's API or a compatible one. */
export function createOpenAiPlanner(config: OpenAiConfig): Planner {
  const client = new OpenAI({
    apiKey: config.apiKey,
    ...(config.baseUrl === undefined ? {} : { baseURL: config.baseUrl }),
    // The queue owns retries: the client would retry within the attempt, unseen, and drop a long Retry-After.
    maxRetries: 0,
  });
  return {
    name: 'openai',
    model: config.model,
    async *plan(request, signal) {
      try {
        yield* planEvents(client, config, request, signal);
      } catch (error) {
        signal.throwIfAborted();
        throw classifyError(error);
      }
    },
  };
}

async function* planEvents(
  client: OpenAI,
  { api, model, timeLimits }: OpenAiConfig,
  request: PlannerRequest,
  signal: AbortSignal,
): AsyncGenerator<PlannerEvent> {
  const parser = new PlanParser();
  const message = { system: systemPrompt, user: requestMessage(request) };
  const open = (signal: AbortSignal) => streams[api](client, model, { ...message, signal });
  const inputTokens = Math.ceil((message.system.length + message.user.length) / charactersPerToken);
  let received = 0;
  for await (const chunk of withTimeLimits(timeLimits, signal, open)) {
    if (chunk.type === 'opened') continue;
    if (chunk.type === 'usage') {
      const { inputTokens, outputTokens } = chunk;
      yield { type: 'usage', usage: { inputTokens, outputTokens, estimated: false } };
      continue;
    }
    // Until the provider's own figures come, and in case they never do.
    if (received === 0) yield estimate(inputTokens, 0);
    received += chunk.text.length;
    const events = parser.push(chunk.text);
    if (events.length > 0) yield estimate(inputTokens, received);
    yield* events;
  }
  yield* parser.finish();
}

function estimate(inputTokens: number, receivedCharacters: number): PlannerEvent {
  const outputTokens = Math.ceil(receivedCharacters / charactersPerToken);
  return { type: 'usage', usage: { inputTokens, outputTokens, estimated: true } };
}
