import { expect, test } from 'vitest';
import { noSelection, toggle } from './selection.ts';

const order = ['a', 'b', 'c', 'd', 'e'];
const choose = (...steps: [string, boolean][]) =>
  [
    ...steps.reduce((selection, [id, isRange]) => toggle(selection, id, order, isRange), noSelection).ids,
  ].join('');

test.each([
  ['one job', [['b', false]], 'b'],
  [
    'one that is chosen twice',
    [
      ['b', false],
      ['b', false],
    ],
    '',
  ],
  [
    'a range',
    [
      ['b', false],
      ['d', true],
    ],
    'bcd',
  ],
  [
    'a range upwards',
    [
      ['d', false],
      ['b', true],
    ],
    'dbc',
  ],
  ['a range without a beginning', [['c', true]], 'c'],
] as [string, [string, boolean][], string][])('%s is selected', (_, steps, ids) => {
  expect(choose(...steps)).toBe(ids);
});

test('a range can be taken out', () => {
  const all = { ids: new Set(order), anchor: 'b', isAll: false };
  expect([...toggle(all, 'd', order, true).ids]).toEqual(['a', 'e']);
});

test('taking one job out of all that match leaves the listed others', () => {
  const selection = toggle({ ...noSelection, isAll: true }, 'c', order, false);
  expect(selection.isAll).toBe(false);
  expect([...selection.ids]).toEqual(['a', 'b', 'd', 'e']);
});
