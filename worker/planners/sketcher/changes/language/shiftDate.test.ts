import { expect, test } from 'vitest';
import { type Span, shiftDate } from './shiftDate.ts';

test.each<[when: string, amount: number, unit: Span['unit'], later: string | null]>([
  ['12 May', 1, 'day', '13 May'],
  ['31 May', 1, 'day', '1 June'],
  ['31. Mai', 1, 'day', '1. Juni'],
  ['June 3rd, 2025', -3, 'day', 'May 31st, 2025'],
  ['Dec 28 2025', 1, 'week', 'Jan 4 2026'],
  ['2025-02-28', 1, 'day', '2025-03-01'],
  ['03.06.', 2, 'week', '17.06.'],
  ['Fri', 1, 'day', 'Sat'],
  ['sonntag', 1, 'day', 'montag'],
  ['lunes', -1, 'day', 'domingo'],
  ['March 2025', 1, 'year', 'March 2026'],
  ['November', 3, 'month', 'February'],
  ['09:30', 45, 'minute', '10:15'],
  ['9h30', -1, 'hour', '8h30'],
  ['Q3', 1, 'quarter', 'Q4'],
  ['Q4', 1, 'quarter', null],
  ['Week 3', -2, 'week', 'Week 1'],
  ['2024', 2, 'year', '2026'],
  ['2024', 1, 'day', null],
  ['Monday', 1, 'hour', null],
  ['soon', 1, 'day', null],
])('%s and %i %s is %s', (when, amount, unit, later) => {
  expect(shiftDate(when, { amount, unit })).toBe(later);
});
