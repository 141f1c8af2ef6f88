import { describe, expect, it } from 'vitest';
import { createKeyRedactor, redactError, redactTexts } from './redactKey.ts';

const key = 'sk-proj-Abc123Def456Ghi789';
const redact = createKeyRedactor(key);

describe('our API key in a text from outside', () => {
  it.each([
    [
      `Incorrect API key provided: ${key}. Find yours at …`,
      'Incorrect API key provided: [API key]. Find yours at …',
    ],
    [`${key}${key}`, '[API key][API key]'],
    [`Bearer ${key.slice(0, -4)} is cut`, 'Bearer [API key] is cut'],
    [`the end: ${key.slice(6)}`, 'the end: [API key]'],
    ['Incorrect API key provided: sk-proj-****i789.', 'Incorrect API key provided: sk-proj-****i789.'],
    ['nothing of it', 'nothing of it'],
    ['', ''],
  ])('is replaced, and so are longer parts of it: %s', (text, expected) =>
    expect(redact(text)).toBe(expected),
  );

  it.each(['none', 'EMPTY', 'ollama', 'lm-studio'])('stays where it is no secret: %s', (placeholder) => {
    expect(createKeyRedactor(placeholder)(`A ${placeholder} box`)).toBe(`A ${placeholder} box`);
  });

  it('is replaced in values, and in errors with their causes', () => {
    expect(redactTexts({ a: [key, 1, null], b: { c: key } }, redact)).toEqual({
      a: ['[API key]', 1, null],
      b: { c: '[API key]' },
    });
    const error = new Error(`with ${key}`, { cause: new Error(`because of ${key}`) });
    redactError(error, redact);
    expect(
      `${error.stack}${error.message}${Object(error.cause).stack}${Object(error.cause).message}`,
    ).not.toContain(key);
  });
});
