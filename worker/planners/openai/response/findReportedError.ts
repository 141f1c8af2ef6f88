import { APIError } from 'openai';
import { type RedactKey, redactTexts } from '../errors/redactKey.ts';
import { fieldsOf, isRecord, listOf } from '../plan/jsonValues.ts';

/** A message of the provider: a server-sent event, or a JSON document, which has no event name. */
export type ServerMessage = { event: string | null; data: unknown };

/** HTTP statuses of error codes and types, for errors that carry no status. */
const statusByCode: ReadonlyMap<string, number> = new Map([
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
 * Finds the error that a message reports. Servers send it in many forms: under `error`, as an object or a string;
 * flat, in an event of type `error`; within a choice (OpenRouter); or as an object of kind `error` (older vLLM). A
 * numeric code is an HTTP status.
 * @returns The error as the client would throw it, or null when the message reports none.
 */
export function findReportedError(
  { event, data }: ServerMessage,
  headers: Headers,
  redact: RedactKey,
): APIError | null {
  const reported = findError(data, event);
  if (reported === null) return null;
  return new APIError(findStatus(reported), redactTexts(reported, redact), undefined, headers);
}

/** Converts the body of an HTTP error to the form that the client reads: `{ "error": … }`. */
export function normalizeErrorBody(text: string): string {
  if (text.trim() === '') return '';
  const reported = findError(parseJson(text), 'error');
  if (reported !== null) return JSON.stringify({ error: reported });
  return JSON.stringify({ error: { message: isHtml(text) ? 'The server answered with a web page.' : text } });
}

/** Whether a text is a web page, or other markup, instead of JSON. */
export function isHtml(text: string): boolean {
  return text.trimStart().startsWith('<');
}

type Fields = Record<string, unknown>;

function findError(value: unknown, event: string | null): Fields | null {
  if (Array.isArray(value)) return value.length === 0 ? null : findError(value[0], event);
  if (!isRecord(value)) return typeof value === 'string' && event === 'error' ? { message: value } : null;
  const choice = fieldsOf(listOf(value.choices)[0]);
  const nested = value.error || fieldsOf(value.response).error || choice.error;
  if (nested) return isRecord(nested) ? nested : { message: String(nested) };
  if (choice.finish_reason === 'error') return { message: 'The answer ended with an error.' };
  const isError = event === 'error' || value.type === 'error' || value.object === 'error';
  if (!isError) return null;
  const { message, detail } = value;
  if (message !== undefined || detail === undefined) return value;
  return { ...value, message: typeof detail === 'string' ? detail : JSON.stringify(detail) };
}

function findStatus({ code, status, status_code: statusCode, type }: Fields): number | undefined {
  for (const candidate of [code, status, statusCode]) {
    const number =
      typeof candidate === 'number' || typeof candidate === 'string' ? Number(candidate) : Number.NaN;
    if (Number.isInteger(number) && number >= 400 && number <= 599) return number;
  }
  for (const name of [code, type]) {
    const known = typeof name === 'string' ? statusByCode.get(name.toLowerCase()) : undefined;
    if (known !== undefined) return known;
  }
  return undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
