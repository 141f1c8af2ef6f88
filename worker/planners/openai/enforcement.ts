import { APIError } from 'openai';

/**
 * How far a provider is asked to hold its model to the form of a plan: to its schema, to any JSON, or not at all.
 * What comes back is checked in any case.
 */
export type Enforcement = 'schema' | 'json' | 'none';

/** The next weaker one, to be tried when a provider refuses the stronger. */
export const weakerThan: Record<Enforcement, Enforcement | null> = {
  schema: 'json',
  json: 'none',
  none: null,
};

/** Statuses with which servers turn down a request for its content; 501 is "not implemented". */
const refusals = new Set([400, 422, 501]);

/** Words for it of OpenAI, vLLM, llama.cpp, LM Studio, TGI, DeepSeek, Groq and others. */
const aboutFormat =
  /response[_ .]?format|text\.format|json[_ ]?(?:schema|object|mode)|structured[_ ]?outputs?|guided|grammar|\bschemas?\b/i;

/**
 * Whether a provider refused a request for the form of the answer that it asked for. A refusal that gives no reason
 * counts as one: older vLLM, and servers that leave the check to FastAPI, have a body that the client can't read.
 */
export function refusesFormat(error: unknown): boolean {
  if (!(error instanceof APIError) || !refusals.has(error.status ?? 0)) return false;
  return aboutFormat.test(error.message) || error.message === `${error.status} status code (no body)`;
}
