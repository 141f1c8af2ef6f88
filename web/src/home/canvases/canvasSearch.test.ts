import { expect, test } from 'vitest';
import { readSearch, variablesOf, writeSearch } from './canvasSearch.ts';

test.each([
  ['', { text: '', order: 'updated' }],
  ['?q=caf%C3%A9+%26+bar', { text: 'café & bar', order: 'updated' }],
  ['?q=bakery&sort=created', { text: 'bakery', order: 'created' }],
] as const)('the address %s has the search %o', (address, search) => {
  expect(readSearch(new URLSearchParams(address))).toEqual(search);
  expect(writeSearch(search)).toBe(address);
});

test('an unknown order is the default one', () => {
  expect(readSearch(new URLSearchParams('?sort=size')).order).toBe('updated');
});

test('a page of a search asks the server for its order, text and cursor', () => {
  expect(variablesOf(new URLSearchParams('?q=+bakery+&sort=created&after=x'))).toEqual({
    first: 12,
    after: 'x',
    filter: { text: 'bakery' },
    orderBy: 'CREATED_AT_DESC',
  });
  expect(variablesOf(new URLSearchParams('?q=+'))).toMatchObject({ filter: null });
});
