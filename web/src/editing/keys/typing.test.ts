import { expect, test } from 'vitest';
import { aConnector, aFrame, aShape } from '../../jobs/fixtures.ts';
import type { Tool } from '../editor/tools.ts';
import { isCharacter, takesTyping } from './typing.ts';

const objects = [aFrame('section'), aShape('box'), aConnector('arrow', 'box', 'section')];
const takes = (selected: string[], tool: Tool = 'select') =>
  takesTyping({ sceneSync: { objects }, state: { selected, tool } });

test('typing writes into the one box or section that is selected', () => {
  expect(takes(['box'])).toBe(true);
  expect(takes(['section'])).toBe(true);
});

test('typing chooses tools while nothing, several objects or an arrow is selected, or a tool is chosen', () => {
  expect(takes([])).toBe(false);
  expect(takes(['box', 'section'])).toBe(false);
  expect(takes(['arrow'])).toBe(false);
  expect(takes(['box'], 'ellipse')).toBe(false);
});

test.each([
  ['n', {}, true],
  ['Ü', {}, true],
  ['?', {}, true],
  ['1', {}, true],
  [' ', {}, false],
  ['Enter', {}, false],
  ['Dead', {}, false],
  ['d', { ctrlKey: true }, false],
  ['d', { metaKey: true }, false],
  ['n', { altKey: true }, false],
])('the key %s with %o writes a character: %s', (key, modifiers, expected) => {
  const none = { ctrlKey: false, metaKey: false, altKey: false };
  expect(isCharacter({ key, ...none, ...modifiers })).toBe(expected);
});
