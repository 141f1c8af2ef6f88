import { describe, expect, test } from 'vitest';
import { type Texts, translate } from './translate.ts';

const texts: Texts = {
  jobs: {
    done: 'Done',
    failed: 'Failed: {{reason}}',
    objects_one: '{{count, number}} object',
    objects_other: '{{count, number}} objects',
    place_ordinal_one: '{{count}}st of {{ total, number }}',
    place_ordinal_other: '{{count}}th of {{ total, number }}',
  },
};
const english = (path: string, values?: object) => translate(texts, 'en', path, { ...values });

describe('a text', () => {
  test('is found by its path', () => {
    expect(english('jobs.done')).toBe('Done');
  });

  test('has values put in as they are', () => {
    expect(english('jobs.failed', { reason: 'no $& and no {{reason}}' })).toBe(
      'Failed: no $& and no {{reason}}',
    );
  });

  test('has the plural form and the numbers of its language', () => {
    expect(english('jobs.objects', { count: 1 })).toBe('1 object');
    expect(english('jobs.objects', { count: 1200 })).toBe('1,200 objects');
    expect(translate(texts, 'de', 'jobs.objects', { count: 1200 })).toBe('1.200 objects');
  });

  test('has the form of a place in an order', () => {
    expect(english('jobs.place', { count: 21, ordinal: true, total: 3000 })).toBe('21st of 3,000');
    expect(english('jobs.place', { count: 4, ordinal: true, total: 5 })).toBe('4th of 5');
  });
});

test.each(['jobs.missing', 'jobs', 'jobs.done.more'])('%s has no text and is returned', (path) => {
  expect(english(path)).toBe(path);
});
