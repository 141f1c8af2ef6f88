import { expect, it } from 'vitest';
import { mostLike, numberOf, similarity } from './words.ts';

it('finds likeness in words of the same stem', () => {
  expect(similarity('verify email', 'email verification')).toBe(1);
  expect(similarity('pay', 'the payments')).toBe(1);
  expect(similarity('cake', 'email')).toBe(0);
});

it('takes the first of equally alike candidates, and none that is too far off', () => {
  expect(mostLike('plan', ['cake', 'choose plan', 'pay plan'], String)).toBe('choose plan');
  expect(mostLike('unicorn', ['cake', 'choose plan'], String)).toBeNull();
});

it('reads numbers in words and digits', () => {
  expect([numberOf('six'), numberOf('12'), numberOf('many')]).toEqual([6, 12, null]);
});
