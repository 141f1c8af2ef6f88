import { expect, test } from 'vitest';
import { containsPhrase, matchesText } from './matchText.ts';

test.each([
  ['Check the order', 'check order!'],
  ['Order | Bestellung', 'bestellung'],
  ['~check order', 'Order is checked'],
  ['~copy passport', 'Copies the passport'],
  ['~密码', '如果密码正确'],
  ['User', 'User\nid\nname'],
  ['=~a | b', '~a | b'],
])('%s means %s', (pattern, text) => {
  expect(matchesText(pattern, text)).toBe(true);
});

test.each([
  ['Check order', 'Check orders today'],
  ['~check order', 'Check the address'],
  ['~order', 'When the customer has sent the order and the clerk has looked at all of it with care, then'],
  ['=a | b', 'a'],
])('%s does not mean %s', (pattern, text) => {
  expect(matchesText(pattern, text)).toBe(false);
});

test('finds phrases as whole words, and punctuation as it is', () => {
  expect(containsPhrase('Please draw this', 'draw')).toBe(true);
  expect(containsPhrase('Drawing', 'draw')).toBe(false);
  expect(containsPhrase('[x] done', '[x]')).toBe(true);
});
