/** Shorter parts of a key say nothing about it; services that quote a key show a few characters of both ends. */
const shortestPart = 12;
/** Keys of servers that need none, and words that people write. */
const shortestKey = 8;
const placeholders = ['lm-studio', 'not-needed', 'no-key-required', 'sk-no-key-required', 'placeholder'];

export const redactedKey = '[API key]';

/** Replaces our own API key, and every longer part of it, in a text from outside. Linear in the text. */
export type Redact = (text: string) => string;

export function createRedact(apiKey: string): Redact {
  if (apiKey.length < shortestKey || placeholders.includes(apiKey)) return (text) => text;
  const size = Math.min(shortestPart, apiKey.length);
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
      redacted += text.slice(kept, at) + redactedKey;
      kept = end;
      at = end - 1;
    }
    return kept === 0 ? text : redacted + text.slice(kept);
  };
}

/** The same value with the key replaced in every text of it. Values from `JSON.parse`, or objects like these. */
export function redactTexts<T>(value: T, redact: Redact): T {
  if (typeof value === 'string') return redact(value) as T;
  if (Array.isArray(value)) return value.map((item) => redactTexts(item, redact)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, redactTexts(item, redact)]),
  ) as T;
}

/** How many causes of an error are read. */
const deepestCause = 5;

/** Replaces the key in the messages of an error and of its causes, which a log shows. */
export function redactError(error: unknown, redact: Redact, depth = 0): void {
  if (!(error instanceof Error) || depth > deepestCause) return;
  for (const property of ['message', 'stack'] as const) {
    const text = error[property];
    if (text !== undefined && redact(text) !== text) {
      Object.defineProperty(error, property, { value: redact(text), configurable: true, writable: true });
    }
  }
  redactError(error.cause, redact, depth + 1);
}
