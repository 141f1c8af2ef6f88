import type { OpenAiConfig } from '../../../../src/config.ts';
import { planFormat } from './planFormat.ts';
import type { RequestFeatures } from './requestFeatures.ts';

/** A message of the conversation with the model. */
export type Turn = { role: 'user' | 'assistant'; content: string };

type ApiRequest = { path: string; body: Record<string, unknown> };
type Question = { model: string; system: string; turns: readonly Turn[]; features: RequestFeatures };

/** Builds the request for each API. */
export const requestBuilders: Record<OpenAiConfig['api'], (question: Question) => ApiRequest> = {
  responses: ({ model, system, turns, features }) => ({
    path: '/responses',
    body: {
      model,
      ...(features.systemRole ? { instructions: system } : {}),
      input: toInput(features.systemRole ? turns : prependSystem(system, turns)),
      ...responsesFormats[features.format],
      stream: features.stream,
      ...(features.store ? { store: false } : {}),
    },
  }),
  chat: ({ model, system, turns, features }) => ({
    path: '/chat/completions',
    body: {
      model,
      messages: features.systemRole
        ? [{ role: 'system', content: system }, ...turns]
        : prependSystem(system, turns),
      ...chatFormats[features.format],
      stream: features.stream,
      ...(features.stream && features.streamOptions ? { stream_options: { include_usage: true } } : {}),
    },
  }),
};

/** Puts the system prompt into the first message, for models without a system role. */
const prependSystem = (system: string, turns: readonly Turn[]): Turn[] =>
  turns.map((turn, index) => (index === 0 ? { ...turn, content: `${system}\n\n${turn.content}` } : turn));

/** A single user message is sent as a string, the simplest form that the API has. */
function toInput(turns: readonly Turn[]): string | Turn[] {
  const [first, ...others] = turns;
  return first?.role === 'user' && others.length === 0 ? first.content : [...turns];
}

const responsesFormats = {
  schema: { text: { format: { type: 'json_schema', ...planFormat } } },
  json: { text: { format: { type: 'json_object' } } },
  none: {},
} as const;

const chatFormats = {
  schema: { response_format: { type: 'json_schema', json_schema: planFormat } },
  json: { response_format: { type: 'json_object' } },
  none: {},
} as const;
