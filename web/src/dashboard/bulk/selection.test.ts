import { expect, test } from 'vitest';
import { readFilters } from '../filters/filters.ts';
import { aListedJob, finishedJobs } from '../fixtures.ts';
import { noSelection, suits, toggle } from './selection.ts';

const noFilters = readFilters(new URLSearchParams());
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

test.each([
  [['running'], true, false],
  [['failed'], false, true],
  [['done'], false, false],
  [['done', 'running', 'failed'], true, true],
  [['not loaded'], true, true],
])('of %j, some may be cancelled: %s, and retried: %s', (ids, cancels, retries) => {
  const lists = {
    active: [aListedJob({ id: 'running', status: 'PROCESSING' })],
    history: {
      jobs: [aListedJob({ id: 'failed', status: 'FAILED', canRetry: true }), ...finishedJobs('done')],
      ...{ endCursor: null, hasNextPage: false },
    },
    filters: noFilters,
  };
  const selection = { ...noSelection, ids: new Set(ids) };
  expect(suits('cancel', lists, selection)).toBe(cancels);
  expect(suits('retry', lists, selection)).toBe(retries);
});

test('of all completed jobs, none can be retried or cancelled', () => {
  const history = { jobs: finishedJobs('done'), endCursor: 'c', hasNextPage: true };
  const lists = { active: [], history, filters: { ...noFilters, status: 'completed' as const } };
  const all = { ...noSelection, isAll: true };
  expect(suits('cancel', lists, all)).toBe(false);
  expect(suits('retry', lists, all)).toBe(false);
  expect(suits('retry', { ...lists, filters: noFilters }, all)).toBe(true);
});
