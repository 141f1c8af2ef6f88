import { expect, test } from 'vitest';
import { isColumnName } from './columns.ts';
import { placedCard } from './placedCards.ts';

test.each([
  ['write docs in Doing', { card: 'write docs', column: 'Doing' }],
  ['fix bug into the to do column', { card: 'fix bug', column: 'to do' }],
  ['ship it (done)', { card: 'ship it', column: 'done' }],
  ['Doku schreiben in Arbeit', { card: 'Doku schreiben', column: 'in Arbeit' }],
  ['Test in die Ideen', { card: 'Test', column: 'Ideen' }],
  ['put oil in the car', null],
  ['order ready', null],
  ['in progress', null],
])('%j', (text, card) => {
  expect(placedCard(text, isColumnName)).toEqual(card);
});
