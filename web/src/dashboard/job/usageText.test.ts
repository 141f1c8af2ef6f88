import { expect, test } from 'vitest';
import { usageText } from './usageText.ts';

const usage = { inputTokens: 1000, outputTokens: 200, estimated: false, estimatedCostUsd: null };

test.each([
  [usage, '1,200 tokens (1,000 in, 200 out)'],
  [{ ...usage, estimated: true }, 'about 1,200 tokens (1,000 in, 200 out)'],
  [{ ...usage, estimatedCostUsd: 0.01234 }, '1,200 tokens (1,000 in, 200 out), about US$ 0.0123'],
])('%j reads “%s”', (given, text) => {
  expect(usageText(given)).toBe(text);
});
