// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { chooseLanguage } from '../../language/language.ts';
import { failureBeforeRetry, failureTexts } from './failureText.ts';

afterEach(async () => chooseLanguage('en'));

const busy = {
  code: 'PROVIDER_RATE_LIMITED',
  message: 'The AI service is busy (429).',
  retryable: true,
} as const;
const denied = { code: 'PROVIDER_DENIED', message: 'Ask your administrator.', retryable: false } as const;

test('in English, a failure has the message of the server, and advice if that has none', () => {
  expect(failureTexts(busy)).toEqual({
    texts: ['The AI service is busy (429).', expect.stringMatching(/^Try again/)],
    quote: null,
  });
  expect(failureTexts(denied)).toEqual({ texts: ['Ask your administrator.'], quote: null });
  expect(failureBeforeRetry(busy)).toBe('The AI service is busy');
});

test('in other languages, it has the texts for its code, and quotes a message that has more', async () => {
  await chooseLanguage('de');
  expect(failureTexts(busy)).toEqual({
    texts: ['Der KI-Dienst ist überlastet.', 'In ein paar Minuten erneut versuchen.'],
    quote: null,
  });
  const message = 'Nothing here is called “Sort”.';
  const unknown = { code: 'INSTRUCTION_NOT_UNDERSTOOD', message, retryable: false } as const;
  expect(failureTexts(unknown).quote).toBe(message);
  expect(failureBeforeRetry(busy)).toBe('Der KI-Dienst ist überlastet');
});

test('a failure without an error is explained as unknown', () => {
  expect(failureTexts(null).texts[0]).toBe('The job failed.');
});
