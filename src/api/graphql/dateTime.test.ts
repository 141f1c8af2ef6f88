import { describe, expect, it } from 'vitest';
import { parseDateTime } from './dateTime.ts';

describe('a DateTime', () => {
  it.each([
    ['2026-01-31T12:00:00Z', '2026-01-31T12:00:00.000Z'],
    ['2026-01-31T12:00:00.123456Z', '2026-01-31T12:00:00.123Z'],
    ['2026-01-31T12:00+02:00', '2026-01-31T10:00:00.000Z'],
    ['2026-01-31', '2026-01-31T00:00:00.000Z'],
    ['2028-02-29T12:00:00+02:00', '2028-02-29T10:00:00.000Z'],
    ['9999-12-31T23:59:59Z', '9999-12-31T23:59:59.000Z'],
  ])('%s is %s', (text, expected) => {
    expect(parseDateTime(text).toISOString()).toBe(expected);
  });

  it.each([
    'yesterday',
    '',
    '2026-13-01',
    '2026-02-30',
    '2026-02-29T12:00:00Z',
    '2026-01-31T25:00:00Z',
    '2026-01-31T12:00:00',
    '31.1.2026',
    '0000-01-01T00:00:00Z',
    '+200000-01-01T00:00:00Z',
    '-000001-01-01T00:00:00Z',
    '9999-12-31T23:59:59-14:00',
    1_700_000_000,
    null,
    {},
  ])('%j is none, and the error shows how to write one', (value) => {
    expect(() => parseDateTime(value)).toThrow(/is not a DateTime; write it like/);
  });
});
