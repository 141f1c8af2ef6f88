import { describe, expect, it } from 'vitest';
import { recordableError, recordableUsage, recordableWarnings } from './recordable.ts';

const unstorable = 'a\u0000b\ud83d';

describe('an outcome', () => {
  it('has messages that can be stored', () => {
    const suggestions = Array.from({ length: 9 }, () => unstorable);
    const error = { code: unstorable, message: unstorable, retryable: true, suggestions };
    const text = 'a b\ufffd';
    expect(recordableError(error)).toEqual({
      ...{ code: text, message: text, retryable: true },
      suggestions: [text, text, text],
    });
    expect(recordableWarnings([unstorable])).toEqual(['a b\ufffd']);
  });

  it('has messages and warnings of a bounded length', () => {
    const { code, message } = recordableError({
      code: 'c'.repeat(1e6),
      message: 'm'.repeat(1e6),
      retryable: true,
    });
    expect([code.length, message.length]).toEqual([100, 500]);
    expect(recordableWarnings(Array.from({ length: 1_000 }, () => 'w'))).toHaveLength(50);
  });

  it.each([
    [1.4, 1],
    [-1, 0],
    [1e300, 100_000_000],
    [Number.NaN, 0],
    [Number.POSITIVE_INFINITY, 0],
  ])('has figures that can be stored: %d tokens are %d', (claimed, recorded) => {
    const usage = { inputTokens: claimed, outputTokens: claimed, estimated: false, costUsd: claimed };
    expect(recordableUsage(usage)).toMatchObject({ inputTokens: recorded, outputTokens: recorded });
  });

  it('has no cost that is none', () => {
    const usage = { inputTokens: 1, outputTokens: 1, estimated: false, costUsd: Number.NaN };
    expect(recordableUsage(usage)?.costUsd).toBeNull();
  });
});
