import { expect, test } from 'vitest';
import { pageCursor } from './pageCursor.ts';

test.each([
  ['', { first: 20 }],
  ['after=x', { first: 20, after: 'x' }],
  ['before=y&status=failed', { last: 20, before: 'y' }],
])('the address ?%s asks for %o', (search, cursor) => {
  expect(pageCursor(new URLSearchParams(search), 20)).toEqual(cursor);
});
