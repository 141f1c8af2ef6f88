import { expect, test } from 'vitest';
import { formatter } from './formatter.ts';

test('a formatter is created once for its language and options', () => {
  const percent = { style: 'percent' } as const;
  const english = formatter(Intl.NumberFormat, 'en', percent);
  expect(formatter(Intl.NumberFormat, 'en', { ...percent })).toBe(english);
  expect(english.format(0.5)).toBe('50%');
  expect(formatter(Intl.NumberFormat, 'de', percent).format(0.5)).toBe('50\u00a0%');
  expect(formatter(Intl.NumberFormat, 'en').format(1200)).toBe('1,200');
  expect(formatter(Intl.PluralRules, 'en').select(1)).toBe('one');
});
