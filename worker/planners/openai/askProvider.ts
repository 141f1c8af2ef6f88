import type { OpenAI } from 'openai';
import type { OpenAiConfig } from '../../../src/config.ts';
import { apiRequests } from './apiRequest.ts';
import { ChatReader } from './chatReader.ts';
import { systemPrompt } from './prompt.ts';
import { reportedError } from './providerFailure.ts';
import { type Api, type ProviderChunk, post, type Reader, type Turn } from './providerStream.ts';
import type { Redact } from './redactKey.ts';
import { fullForm, type RequestForm, withoutRefused } from './requestForm.ts';
import { ResponsesReader } from './responsesReader.ts';
import { withTimeLimits } from './timeLimits.ts';
import { messagesOf, tooLarge } from './transport.ts';

/** Asks a provider for the next part of a conversation. @throws Errors of the client as they are, PlannerError */
export type Asker = (turns: readonly Turn[], signal: AbortSignal) => AsyncGenerator<ProviderChunk>;

/** Characters of an answer, with its thoughts. */
const maxAnswerLength = 2_000_000;

const readers: Record<Api, new (redact: Redact) => Reader> = {
  chat: ChatReader,
  responses: ResponsesReader,
};

/**
 * A way to ask that learns which parts of a request the provider accepts: what it has refused once is not asked of it
 * again.
 */
export function createAsker(client: OpenAI, config: OpenAiConfig, redact: Redact): Asker {
  const { api, model, timeLimits } = config;
  // OpenAI shows the schema to its models. Others only filter the model's words by it, or ignore it silently.
  const showsSchema = new URL(client.baseURL).hostname === 'api.openai.com';
  let accepted = fullForm;

  async function* askWith(
    form: RequestForm,
    turns: readonly Turn[],
    signal: AbortSignal,
  ): AsyncGenerator<ProviderChunk> {
    const system = systemPrompt({ withSchema: !showsSchema || form.format !== 'schema' });
    const characters = turns.reduce((sum, { content }) => sum + content.length, system.length);
    // Without a stream the headers come with the whole answer.
    if (!form.stream) yield { type: 'opened', characters };
    const request = apiRequests[api]({ model, system, turns, form });
    const response = await post(client, request, { signal, stream: form.stream });
    if (form.stream) yield { type: 'opened', characters };
    const reader = new readers[api](redact);
    for await (const message of messagesOf(client, response, signal)) {
      const error = reportedError(message, response.headers, redact);
      if (error !== null) throw error;
      accepted = form;
      yield* reader.read(message.data);
    }
    yield* reader.end();
  }

  async function* ask(
    form: RequestForm,
    turns: readonly Turn[],
    signal: AbortSignal,
  ): AsyncGenerator<ProviderChunk> {
    let length = 0;
    try {
      for await (const chunk of askWith(form, turns, signal)) {
        length += lengthOf(chunk);
        if (length > maxAnswerLength) throw tooLarge();
        yield chunk;
      }
    } catch (error) {
      const less = length === 0 ? withoutRefused(form, error) : null;
      if (less === null) throw error;
      yield* ask(less, turns, signal);
    }
  }

  return (turns, signal) => withTimeLimits(timeLimits, signal, (limited) => ask(accepted, turns, limited));
}

function lengthOf(chunk: ProviderChunk): number {
  return chunk.type === 'text' || chunk.type === 'thought' ? chunk.text.length : 0;
}
