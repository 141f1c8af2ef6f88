import { expect, test } from 'vitest';
import { overlaps } from '../../../../src/canvas/model/geometry.ts';
import { aConnector, aFrame, aShape } from '../../jobs/fixtures.ts';
import { newConnector, newObject, type PlacingTool } from './createObjects.ts';

const view = { x: 100, y: 100, width: 800, height: 600 };
const place = (tool: PlacingTool, objects = [aFrame('none')].slice(1) as Parameters<typeof newObject>[3]) =>
  newObject(tool, 'new', view, objects, 'Text');

test.each([
  ['rectangle', { shape: 'RECTANGLE', text: '' }],
  ['sticky', { shape: 'STICKY', color: 'YELLOW' }],
  ['text', { shape: 'TEXT', text: 'Text', lines: ['Text'] }],
  ['frame', { __typename: 'Frame', title: '' }],
] as const)('a %s is placed in the middle of the view', (tool, expected) => {
  const object = place(tool);
  expect(object).toMatchObject({ id: 'new', locked: false, ...expected });
  expect(object.x + object.width / 2).toBe(500);
  expect(object.y + object.height / 2).toBe(400);
});

test('a shape is placed beside those in the middle, in front of everything', () => {
  const middle = aShape('middle', { x: 400, y: 350, width: 200, height: 100, zIndex: 7 });
  const beside = aShape('beside', { x: 620, y: 350, width: 200, height: 100 });
  const object = place('rectangle', [middle, beside]);
  expect([middle, beside].some((other) => overlaps(object, other))).toBe(false);
  expect(object).toMatchObject({ y: 360, zIndex: 8 });
});

test('a shape belongs to the section that it is placed in', () => {
  const section = aFrame('section', { x: 0, y: 0, width: 1_000, height: 800 });
  expect(place('ellipse', [section]).parentId).toBe('section');
});

test('an arrow joins two boxes, but no arrow', () => {
  const boxes = [aShape('one', { x: 0, y: 0 }), aShape('two', { x: 500, y: 0 })];
  const connector = newConnector('new', 'one', 'two', boxes);
  expect(connector).toMatchObject({ fromId: 'one', toId: 'two', arrowhead: true });
  expect(connector?.points.length).toBeGreaterThan(1);
  expect(newConnector('new', 'one', 'arrow', [...boxes, aConnector('arrow', 'one', 'two')])).toBeNull();
});
