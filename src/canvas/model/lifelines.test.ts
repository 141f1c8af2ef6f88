import { expect, test } from 'vitest';
import { findLifelines } from './lifelines.ts';

const shape = (id: string, text = '') => ({
  ...{ id, text, parentId: null, x: 0, y: 0, width: 12, height: 40 },
});
const line = (id: string, fromId: string, toId: string, some = {}) => ({
  ...{ id, fromId, toId, label: null, style: 'DASHED', arrowhead: false },
  points: [
    { x: 6, y: 0 },
    { x: 6, y: 90 },
  ],
  ...some,
});

test('finds the bars of a participant, and the lines between them', () => {
  const objects = [
    ...[shape('user', 'User'), shape('bar 1'), shape('bar 2'), shape('foot', 'User')],
    ...[line('1', 'user', 'bar 1'), line('2', 'bar 1', 'bar 2'), line('3', 'bar 2', 'foot')],
  ];
  const { participants, lines } = findLifelines(objects);
  expect([...participants]).toEqual([
    ['bar 1', 'user'],
    ['bar 2', 'user'],
    ['foot', 'user'],
  ]);
  expect([...lines]).toEqual(['1', '2', '3']);
});

test.each([
  ['a line to a note', line('x', 'bar', 'note')],
  ['a message', line('x', 'bar', 'other', { arrowhead: true })],
  ['a line with a label', line('x', 'bar', 'other', { label: 'then' })],
  ['a solid line', line('x', 'bar', 'other', { style: 'SOLID' })],
  [
    'a line to the side',
    line('x', 'bar', 'other', {
      points: [
        { x: 0, y: 0 },
        { x: 90, y: 0 },
      ],
    }),
  ],
])('%s is no part of a lifeline', (_, other) => {
  const objects = [shape('user', 'User'), shape('bar'), shape('other'), shape('note', 'Note')];
  const { participants, lines } = findLifelines([...objects, line('1', 'user', 'bar'), other]);
  expect([...participants.keys()]).toEqual(['bar']);
  expect([...lines]).toEqual(['1']);
});

test('lines in a circle belong to nobody', () => {
  const objects = [shape('a'), shape('b'), line('1', 'a', 'b'), line('2', 'b', 'a')];
  expect(findLifelines(objects).participants.size).toBe(0);
});
