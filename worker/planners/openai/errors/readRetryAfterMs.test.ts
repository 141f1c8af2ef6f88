import { describe, expect, it } from 'vitest';
import { readRetryAfterMs } from './readRetryAfterMs.ts';

const now = Date.parse('2026-01-01T00:00:00Z');

describe('readRetryAfterMs', () => {
  it.each<[Record<string, string>, number | undefined]>([
    [{}, undefined],
    [{ 'retry-after': '2' }, 2_000],
    [{ 'retry-after': '0' }, 0],
    [{ 'retry-after': '0.25' }, 250],
    [{ 'retry-after': '3600' }, 3_600_000],
    [{ 'retry-after': '86400' }, 86_400_000],
    [{ 'retry-after': '86401' }, 86_400_000],
    [{ 'retry-after': '1e15' }, 86_400_000],
    [{ 'retry-after': 'Thu, 01 Jan 2099 00:00:00 GMT' }, 86_400_000],
    [{ 'retry-after-ms': '1e15' }, 86_400_000],
    [{ 'retry-after': '-5' }, 0],
    [{ 'retry-after': 'Thu, 01 Jan 2026 00:01:30 GMT' }, 90_000],
    [{ 'retry-after': 'Wed, 31 Dec 2025 23:59:59 GMT' }, 0],
    [{ 'retry-after': 'Thu, 01 Jan 2026 02:00:30 GMT', date: 'Thu, 01 Jan 2026 02:00:00 GMT' }, 30_000],
    [{ 'retry-after': 'Wed, 31 Dec 2025 22:00:30 GMT', date: 'Wed, 31 Dec 2025 22:00:00 GMT' }, 30_000],
    [{ 'retry-after': 'Thu, 01 Jan 2026 00:01:30 GMT', date: 'now' }, 90_000],
    [{ 'retry-after': 'soon' }, undefined],
    [{ 'retry-after': '' }, undefined],
    [{ 'retry-after': 'Infinity' }, undefined],
    [{ 'retry-after-ms': '1500' }, 1_500],
    [{ 'retry-after-ms': '1500', 'retry-after': '2' }, 1_500],
    [{ 'retry-after-ms': 'soon', 'retry-after': '2' }, 2_000],
    [{ 'retry-after-ms': '-1' }, 0],
  ])('of %o is %s', (headers, expected) => {
    expect(readRetryAfterMs(new Headers(headers), now)).toBe(expected);
  });

  it('is unknown without an answer', () => {
    expect(readRetryAfterMs(undefined, now)).toBeUndefined();
  });
});
