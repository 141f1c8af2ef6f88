import { APIError } from 'openai';

/**
 * What a request asks of a provider besides an answer. Compatible servers refuse some of it; what was refused once is
 * left out from then on.
 */
export type RequestForm = {
  /** How far the model is held to the form of a plan: to its schema, to any JSON, or not at all. */
  format: 'schema' | 'json' | 'none';
  /** Whether the rules stand in a system message; else they begin the first message of the user. */
  systemRole: boolean;
  /** Whether the answer comes in pieces. */
  stream: boolean;
  /** Whether `stream_options` asks for the figures of a stream. */
  streamOptions: boolean;
  /** Whether `store: false` asks the provider to keep nothing. */
  store: boolean;
};

/** All that is asked of a provider that has refused nothing yet. */
export const fullForm: RequestForm = {
  format: 'schema',
  systemRole: true,
  stream: true,
  streamOptions: true,
  store: true,
};

/** Statuses with which servers turn down a request for its content; 501 is "not implemented". */
const refusals = new Set([400, 422, 501]);

/** Words for each part, as OpenAI, Azure, vLLM, llama.cpp, LM Studio, TGI, Gemini, DeepSeek, Groq and others use them. */
const words = {
  streamOptions: /stream[_ ]?options|include[_ ]?usage/i,
  store: /\bstore\b/i,
  format:
    /response[_ .]?(?:format|schema|mime)|text\.format|json[_ ]?(?:schema|object|mode)|structured[_ ]?outputs?|guided|grammar|\bschemas?\b/i,
  systemRole:
    /system[_ ](?:role|messages?|prompts?|instructions?)|messages\[0\]\.role|roles?\b[^.]{0,80}\bsystem\b|\bsystem\b[^.]{0,80}\brole|developer instruction|roles must alternate|\binstructions\b/i,
  stream: /\bstream(?:ing)?\b/i,
} as const;

/** A refusal of something unknown that it does not name, or names in a way that was not foreseen. */
const aboutUnknown =
  /unknown|unrecogni[sz]ed|unsupported|not supported|not permitted|not allowed|extra (?:inputs|fields)|extra_forbidden|unexpected/i;

/** Reasons that no other form of the request would change. */
const aboutElse = new Set<unknown>([
  'context_length_exceeded',
  'model_not_found',
  'content_filter',
  'content_policy_violation',
  'invalid_prompt',
  'invalid_api_key',
  'insufficient_quota',
  'json_validate_failed',
]);

/** A template that fails on the role of a message is reported by some servers as an error of their own. */
const aboutTemplate = /system role|roles must alternate|jinja|chat template/i;

/**
 * What to ask for after a refusal, or null when the refusal is about something else. It is always less than before. A
 * refusal without a reason may be about any part.
 */
export function withoutRefused(form: RequestForm, error: unknown): RequestForm | null {
  if (!(error instanceof APIError)) return null;
  const { status = 400, param, message } = error;
  if (aboutElse.has(error.code) || aboutElse.has(error.type)) return null;
  if (status === 500 && form.systemRole && aboutTemplate.test(message)) return { ...form, systemRole: false };
  if (!refusals.has(status)) return null;
  const named = typeof param === 'string' && param !== '' ? param : message;
  return without(form, named) ?? without(form, message) ?? withoutAny(form, error);
}

function without(form: RequestForm, reason: string): RequestForm | null {
  if (form.streamOptions && words.streamOptions.test(reason)) return { ...form, streamOptions: false };
  if (form.format !== 'none' && words.format.test(reason)) {
    return { ...form, format: form.format === 'schema' ? 'json' : 'none' };
  }
  if (form.store && words.store.test(reason)) return { ...form, store: false };
  if (form.systemRole && words.systemRole.test(reason)) return { ...form, systemRole: false };
  if (form.stream && words.stream.test(reason)) return { ...form, stream: false, streamOptions: false };
  return null;
}

function withoutAny(form: RequestForm, { message, status }: APIError): RequestForm | null {
  const hasNoReason = message === `${status} status code (no body)`;
  // What it names has been left out already, and was not what is wrong.
  const namesPart = Object.values(words).some((part) => part.test(message));
  if (!hasNoReason && (namesPart || !aboutUnknown.test(message))) return null;
  if (form.format !== 'none') return { ...form, format: form.format === 'schema' ? 'json' : 'none' };
  const barest = { ...form, streamOptions: false, store: false, systemRole: false };
  return form.streamOptions || form.store || form.systemRole ? barest : null;
}
