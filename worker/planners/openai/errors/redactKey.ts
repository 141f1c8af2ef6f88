/**
 * Length of the shortest part of a key that is replaced. Providers quote a few characters of both ends, which is
 * harmless.
 */
const minPartLength = 12;
/** Shorter keys are not redacted: they are not secrets, and may be ordinary words. */
const minKeyLength = 8;
/** Values for servers that need no key. */
const placeholders = ['lm-studio', 'not-needed', 'no-key-required', 'sk-no-key-required', 'placeholder'];

const replacement = '[API key]';

/** Replaces the API key, and long parts of it, in a text from the provider. Takes linear time. */
export type RedactKey = (text: string) => string;

export function createKeyRedactor(apiKey: string): RedactKey {
  if (apiKey.length < minKeyLength || placeholders.includes(apiKey)) return (text) => text;
  const size = Math.min(minPartLength, apiKey.length);
  const parts = new Set(
    Array.from({ length: apiKey.length - size + 1 }, (_, at) => apiKey.slice(at, at + size)),
  );
  return (text) => {
    let redacted = '';
    let kept = 0;
    for (let at = 0; at + size <= text.length; at += 1) {
      if (!parts.has(text.slice(at, at + size))) continue;
      let end = at + size;
      while (end < text.length && parts.has(text.slice(end - size + 1, end + 1))) end += 1;
      redacted += text.slice(kept, at) + replacement;
      kept = end;
      at = end - 1;
    }
    return kept === 0 ? text : redacted + text.slice(kept);
  };
}

/** Copies a JSON-like value with the key replaced in all of its strings. */
export function redactTexts<T>(value: T, redact: RedactKey): T {
  if (typeof value === 'string') return redact(value) as T;
  if (Array.isArray(value)) return value.map((item) => redactTexts(item, redact)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, redactTexts(item, redact)]),
  ) as T;
}

const maxCauseDepth = 5;

/** Replaces the key in the message and stack of an error and of its causes, in place: the log prints them. */
export function redactError(error: unknown, redact: RedactKey, depth = 0): void {
  if (!(error instanceof Error) || depth > maxCauseDepth) return;
  for (const property of ['message', 'stack'] as const) {
    const text = error[property];
    if (text !== undefined && redact(text) !== text) {
      Object.defineProperty(error, property, { value: redact(text), configurable: true, writable: true });
    }
  }
  redactError(error.cause, redact, depth + 1);
}
