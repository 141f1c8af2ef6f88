import { planFormat } from './planFormat.ts';
import type { Api, ApiRequest, Turn } from './providerStream.ts';
import type { RequestForm } from './requestForm.ts';

type Question = { model: string; system: string; turns: readonly Turn[]; form: RequestForm };

/** A question in the words of each API. */
export const apiRequests: Record<Api, (question: Question) => ApiRequest> = {
  responses: ({ model, system, turns, form }) => ({
    path: '/responses',
    body: {
      model,
      ...(form.systemRole ? { instructions: system } : {}),
      input: inputOf(form.systemRole ? turns : withSystem(system, turns)),
      ...responseFormats[form.format],
      stream: form.stream,
      ...(form.store ? { store: false } : {}),
    },
  }),
  chat: ({ model, system, turns, form }) => ({
    path: '/chat/completions',
    body: {
      model,
      messages: form.systemRole ? [{ role: 'system', content: system }, ...turns] : withSystem(system, turns),
      ...chatFormats[form.format],
      stream: form.stream,
      ...(form.stream && form.streamOptions ? { stream_options: { include_usage: true } } : {}),
    },
  }),
};

/** The rules before the first message, for models that know no other role. */
const withSystem = (system: string, turns: readonly Turn[]): Turn[] =>
  turns.map((turn, index) => (index === 0 ? { ...turn, content: `${system}\n\n${turn.content}` } : turn));

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

const chatFormats = {
  schema: { response_format: { type: 'json_schema', json_schema: planFormat } },
  json: { response_format: { type: 'json_object' } },
  none: {},
} as const;
