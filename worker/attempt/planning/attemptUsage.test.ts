import { describe, expect, it } from 'vitest';
import { usageCost } from './attemptUsage.ts';

describe('usageCost', () => {
  it('is in dollars, of prices per million tokens', () => {
    const usage = { inputTokens: 2_000_000, outputTokens: 500_000 };
    expect(usageCost(usage, { input: 0.25, output: 2 })).toBe(1.5);
  });

  it('is nothing where nothing was used, or nothing is charged', () => {
    expect(usageCost({ inputTokens: 0, outputTokens: 0 }, { input: 1, output: 1 })).toBe(0);
    expect(usageCost({ inputTokens: 9, outputTokens: 9 }, { input: 0, output: 0 })).toBe(0);
  });

  it('is unknown without prices', () => {
    expect(usageCost({ inputTokens: 1, outputTokens: 1 }, undefined)).toBeNull();
  });
});
