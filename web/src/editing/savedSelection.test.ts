import { expect, test } from 'vitest';
import { savedSelection } from './savedSelection.ts';

const saved = [{ id: 'a' }, { id: 'b' }, { id: 'theirs' }];

test('what is selected goes by the ids of the server', () => {
  expect(savedSelection(['a', 'mine'], new Map([['mine', 'theirs']]), saved)).toEqual(['a', 'theirs']);
});

test('what is not saved yet, and what only the editor knows, is left out', () => {
  expect(savedSelection(['a', 'new', 'text of a'], new Map(), saved)).toEqual(['a']);
});
