import { expect, test } from 'vitest';
import { diffObjects } from '../../../../src/canvas/model/changes/changeSet.ts';
import { aConnector, aFrame, aShape } from '../../jobs/fixtures.ts';
import type { CanvasObject } from '../../scene/object.ts';
import { editInput } from './editInput.ts';

const ids = new Map([['new', '00000000-0000-4000-8000-000000000001']]);
const inputOf = (...states: [CanvasObject[], CanvasObject[]]) =>
  editInput(diffObjects(...states), { key: 'k', baseVersion: 3 }, ids);

test('new objects are sent whole, each as its kind, under ids of the server', () => {
  const { add, baseVersionNumber } = inputOf(
    [aShape('a')],
    [aShape('a'), aShape('new', { parentId: 'f' }), aFrame('f'), aConnector('c', 'a', 'new')],
  );
  expect(baseVersionNumber).toBe(3);
  expect(add?.map((one) => Object.keys(one)[0])).toEqual(['shape', 'frame', 'connector']);
  expect(add?.[0]?.shape).toMatchObject({
    id: ids.get('new'),
    parentId: 'f',
    text: 'Sign up',
    lines: ['Sign up'],
  });
  expect(add?.[0]?.shape).not.toHaveProperty('__typename');
  expect(add?.[2]?.connector).toMatchObject({ fromId: 'a', toId: ids.get('new') });
});

test('of the others only what has changed is sent, words always as text', () => {
  const before = [
    aShape('a'),
    aFrame('f'),
    aConnector('c', 'a', 'f', { label: 'yes', labelAt: { x: 0, y: 0 } }),
  ];
  const after = [
    aShape('a', { x: 7, parentId: 'f' }),
    aFrame('f', { title: 'Done' }),
    aConnector('c', 'a', 'f'),
  ];
  expect(inputOf(before, after).update).toEqual([
    { id: 'a', x: 7, parentId: 'f' },
    { id: 'f', text: 'Done' },
    { id: 'c', text: '' },
  ]);
});

test('lines go with a text only where they say the same', () => {
  const change = (text: string, lines: string[]) =>
    inputOf([aShape('a')], [aShape('a', { text, lines })]).update?.[0];
  expect(change('Verify the email', ['Verify', 'the email'])).toHaveProperty('lines');
  expect(change('Verify the email', ['Verify'])).not.toHaveProperty('lines');
});
