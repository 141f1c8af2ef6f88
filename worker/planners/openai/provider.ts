import type { OpenAI } from 'openai';
import type { OpenAiConfig } from '../../../src/config.ts';
import { answerTooLargeError } from './errors/answerErrors.ts';
import type { RedactKey } from './errors/redactKey.ts';
import { buildSystemPrompt } from './request/prompt.ts';
import { requestBuilders, type Turn } from './request/requestBuilders.ts';
import { allFeatures, dropRefusedFeature, type RequestFeatures } from './request/requestFeatures.ts';
import type { AnswerChunk, AnswerReader } from './response/answerChunk.ts';
import { ChatReader } from './response/chatReader.ts';
import { findReportedError } from './response/findReportedError.ts';
import { readServerMessages } from './response/readServerMessages.ts';
import { ResponsesReader } from './response/responsesReader.ts';
import { withTimeLimits } from './withTimeLimits.ts';

/** OpenAI, or a compatible server. */
export type Provider = {
  /** Sends a conversation and streams the model's answer. @throws PlannerError, or errors of the client unchanged */
  streamAnswer(turns: readonly Turn[], signal: AbortSignal): AsyncGenerator<AnswerChunk>;
};

/** Maximum length of an answer and its reasoning, in characters. */
const maxAnswerLength = 2_000_000;

const answerReaders: Record<OpenAiConfig['api'], new (redact: RedactKey) => AnswerReader> = {
  chat: ChatReader,
  responses: ResponsesReader,
};

/** Creates a provider. It remembers which request features the server refuses, and does not request them again. */
export function createProvider(client: OpenAI, config: OpenAiConfig, redact: RedactKey): Provider {
  const { api, model, timeLimits } = config;
  // OpenAI includes the schema in the model's prompt. Other servers only constrain the output by it, or ignore it.
  const promptsSchema = new URL(client.baseURL).hostname === 'api.openai.com';
  let acceptedFeatures = allFeatures;

  async function* sendRequest(
    features: RequestFeatures,
    turns: readonly Turn[],
    signal: AbortSignal,
  ): AsyncGenerator<AnswerChunk> {
    const system = buildSystemPrompt({ withSchema: !promptsSchema || features.format !== 'schema' });
    const characters = turns.reduce((sum, { content }) => sum + content.length, system.length);
    const { stream } = features;
    // Without a stream the headers arrive only with the whole answer.
    if (!stream) yield { type: 'opened', characters };
    const { path, body } = requestBuilders[api]({ model, system, turns, features });
    const response = await client.post(path, { body, signal, stream }).asResponse();
    if (stream) yield { type: 'opened', characters };
    const reader = new answerReaders[api](redact);
    for await (const message of readServerMessages(client, response, signal)) {
      const error = findReportedError(message, response.headers, redact);
      if (error !== null) throw error;
      acceptedFeatures = features;
      yield* reader.read(message.data);
    }
    yield* reader.finish();
  }

  /** Repeats the request with fewer features when the server refuses one, unless the answer has begun. */
  async function* sendWithFallback(
    features: RequestFeatures,
    turns: readonly Turn[],
    signal: AbortSignal,
  ): AsyncGenerator<AnswerChunk> {
    let length = 0;
    try {
      for await (const chunk of sendRequest(features, turns, signal)) {
        if (chunk.type === 'text' || chunk.type === 'reasoning') length += chunk.text.length;
        if (length > maxAnswerLength) throw answerTooLargeError();
        yield chunk;
      }
    } catch (error) {
      const fewer = length === 0 ? dropRefusedFeature(features, error) : null;
      if (fewer === null) throw error;
      yield* sendWithFallback(fewer, turns, signal);
    }
  }

  return {
    streamAnswer: (turns, signal) =>
      withTimeLimits(timeLimits, signal, (limited) => sendWithFallback(acceptedFeatures, turns, limited)),
  };
}
