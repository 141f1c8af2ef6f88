import { APIError } from 'openai';
import { type Redact, redactTexts } from './redactKey.ts';

/** One message of a provider: an event of a stream, or a whole answer. */
export type ProviderMessage = { event: string | null; data: unknown };

/** Codes and types that stand for a status in which the error itself has none. */
const statusOfCode: ReadonlyMap<string, number> = new Map([
  ['invalid_request_error', 400],
  ['badrequesterror', 400],
  ['invalid_api_key', 401],
  ['authentication_error', 401],
  ['permission_error', 403],
  ['model_not_found', 404],
  ['not_found_error', 404],
  ['rate_limit_error', 429],
  ['server_error', 500],
  ['api_error', 500],
  ['overloaded_error', 529],
]);

/**
 * The error that a provider reports within an answer, or null when the value is no such report. Servers put it in
 * many forms: under `error`, as an object or a text, flat in an event of the type `error`, within a choice
 * (OpenRouter), or as an object of the kind `error` (older vLLM). A numeric code is an HTTP status.
 */
export function reportedError(
  { event, data }: ProviderMessage,
  headers: Headers,
  redact: Redact,
): APIError | null {
  const reported = errorIn(data, event);
  if (reported === null) return null;
  return new APIError(statusOf(reported), redactTexts(reported, redact), undefined, headers);
}

/** The body of a refusal in the form that the client reads, whatever form the server gave it. */
export function readableBody(text: string): string {
  if (text.trim() === '') return '';
  const reported = errorIn(parsed(text), 'error');
  if (reported !== null) return JSON.stringify({ error: reported });
  return JSON.stringify({ error: { message: isHtml(text) ? 'The server answered with a web page.' : text } });
}

/** Whether a text is a web page, or other markup, instead of JSON. */
export const isHtml = (text: string): boolean => text.trimStart().startsWith('<');

type Fields = Record<string, unknown>;

const fieldsOf = (value: unknown): Fields | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;

function errorIn(value: unknown, event: string | null): Fields | null {
  if (Array.isArray(value)) return value.length === 0 ? null : errorIn(value[0], event);
  const fields = fieldsOf(value);
  if (fields === null) return typeof value === 'string' && event === 'error' ? { message: value } : null;
  const choice = Array.isArray(fields.choices) ? fieldsOf(fields.choices[0]) : null;
  const nested = fields.error || fieldsOf(fields.response)?.error || choice?.error;
  if (nested) return fieldsOf(nested) ?? { message: String(nested) };
  if (choice?.finish_reason === 'error') return { message: 'The answer ended with an error.' };
  const isError = event === 'error' || fields.type === 'error' || fields.object === 'error';
  if (!isError) return null;
  if (fields.message === undefined && fields.detail !== undefined) {
    return {
      ...fields,
      message: typeof fields.detail === 'string' ? fields.detail : JSON.stringify(fields.detail),
    };
  }
  return fields;
}

function statusOf({ code, status, status_code: statusCode, type }: Fields): number | undefined {
  for (const candidate of [code, status, statusCode]) {
    const number =
      typeof candidate === 'number' || typeof candidate === 'string' ? Number(candidate) : Number.NaN;
    if (Number.isInteger(number) && number >= 400 && number <= 599) return number;
  }
  for (const name of [code, type]) {
    const known = typeof name === 'string' ? statusOfCode.get(name.toLowerCase()) : undefined;
    if (known !== undefined) return known;
  }
  return undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
