import { expect, test } from 'vitest';
import { splitGermanCondition } from './splitGermanCondition.ts';

test.each([
  ['der Kunde zahlt verschicken wir die Ware', 'der Kunde zahlt'],
  ['es regnet nehmen wir den Bus', 'es regnet'],
  ['der Kunde nicht bezahlt hat schicken wir eine Mahnung', 'der Kunde nicht bezahlt hat'],
  ['die Rechnung stimmt zahlt die Kasse', 'die Rechnung stimmt'],
  ['genehmigt trägt HR ein', 'genehmigt'],
  ['vorrätig versenden', 'vorrätig'],
  ['die Ware fehlt nachbestellen', 'die Ware fehlt'],
])('%j', (text, condition) => {
  expect(splitGermanCondition(text)).toEqual([condition, text.slice(condition.length + 1)]);
});

test.each([
  'die Ware fehlt',
  'neue Teile kommen',
  'nicht versenden',
  'die neuen Teile nicht passen',
  'alles gut ist',
])('%j is a condition alone', (text) => {
  expect(splitGermanCondition(text)).toBeNull();
});
