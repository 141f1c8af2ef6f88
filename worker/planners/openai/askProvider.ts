import type { OpenAI } from 'openai';
import type { OpenAiConfig } from '../../../src/config.ts';
import { type Enforcement, refusesFormat, weakerThan } from './enforcement.ts';
import { systemPrompt } from './prompt.ts';
import { type ProviderChunk, streams, type Turn } from './providerStream.ts';
import { withTimeLimits } from './timeLimits.ts';

/** Asks a provider for the next part of a conversation. @throws Errors of the client as they are, PlannerError */
export type Asker = (turns: readonly Turn[], signal: AbortSignal) => AsyncGenerator<ProviderChunk>;

/**
 * A way to ask that learns how far the provider holds its model to the form of an answer: what it has refused once
 * is not asked of it again.
 */
export function createAsker(client: OpenAI, { api, model, timeLimits }: OpenAiConfig): Asker {
  // OpenAI shows the schema to its models. Others only filter the model's words by it, or ignore it silently.
  const showsSchema = new URL(client.baseURL).hostname === 'api.openai.com';
  let agreed: Enforcement = 'schema';

  async function* askWith(
    enforcement: Enforcement,
    turns: readonly Turn[],
    signal: AbortSignal,
  ): AsyncGenerator<ProviderChunk> {
    const system = systemPrompt({ withSchema: !showsSchema || enforcement !== 'schema' });
    try {
      for await (const chunk of streams[api](client, model, { system, turns, enforcement, signal })) {
        if (chunk.type === 'opened') agreed = enforcement;
        yield chunk;
      }
    } catch (error) {
      const weaker = refusesFormat(error) ? weakerThan[enforcement] : null;
      if (weaker === null) throw error;
      yield* askWith(weaker, turns, signal);
    }
  }

  return (turns, signal) => withTimeLimits(timeLimits, signal, (limited) => askWith(agreed, turns, limited));
}
