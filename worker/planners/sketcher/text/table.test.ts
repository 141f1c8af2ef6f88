import { expect, test } from 'vitest';
import { rowItems } from './table.ts';

/** Rows as a record of names and cells. */
function rows(text: string, headings: { rows?: string[]; columns?: string[] } = {}) {
  const items = rowItems(text, { rows: [], columns: [], ...headings });
  return items && Object.fromEntries(items.map((row) => [row.text, row.children.map((cell) => cell.text)]));
}

test('heads the columns by the first row', () => {
  const expected = { Apple: ['Price: 2 €', 'From: Spain'], Kiwi: ['Price: 1,50 €', 'From: Italy'] };
  expect(rows('Fruit, Price, From; Apple, 2 €, Spain; Kiwi, 1,50 €, Italy')).toEqual(expected);
  expect(rows('Fruit, Price, From\nApple 2 €, Spain\nKiwi 1,50 €, Italy')).toEqual(expected);
  expect(rows('Price, From; Apple: 2 €, Spain; Kiwi: 1,50 €, Italy')).toEqual(expected);
});

test('tells names of rows that are known from the values behind them', () => {
  expect(
    rows('Free 0 €, forum; Big team on request, phone', {
      rows: ['Free', 'Big team'],
      columns: ['price', 'support'],
    }),
  ).toEqual({ Free: ['price: 0 €', 'support: forum'], 'Big team': ['price: on request', 'support: phone'] });
});

test('takes a named first row for headings only where the others have values below it', () => {
  expect(rows('Plan: price, support; Free: 0 €, forum; Pro: 9 €, phone')).toEqual({
    Free: ['price: 0 €', 'support: forum'],
    Pro: ['price: 9 €', 'support: phone'],
  });
  expect(rows('Mercury: small, hot; Venus: hot, dense; Earth: life, water')).toBeNull();
  expect(rows('Mercury: small, hot; Venus: hot; Earth: life')).toBeNull();
});

test.each(['a, b; c, d, e; f, g', 'one, two; three, four', 'apples, pears', 'a; b; c'])(
  'reads no rows in "%s"',
  (text) => expect(rows(text)).toBeNull(),
);
