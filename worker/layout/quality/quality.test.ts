import { expect, test } from 'vitest';
import type { CanvasObject, Connector, Frame, Shape } from '../../../src/canvas/model/object.ts';
import { idOf } from '../../../test/support/diagrams.ts';
import { measureQuality } from './quality.ts';

const shape = (index: number, x: number, y: number, more: Partial<Shape> = {}): Shape => ({
  kind: 'SHAPE',
  id: idOf(2, index),
  zIndex: 1,
  x,
  y,
  width: 160,
  height: 64,
  parentId: null,
  shape: 'RECTANGLE',
  text: 'Step',
  lines: ['Step'],
  fontSize: 16,
  color: 'blue',
  ...more,
});

const connector = (points: Connector['points'], more: Partial<Connector> = {}): Connector => ({
  kind: 'CONNECTOR',
  id: idOf(3, 0),
  zIndex: 0,
  fromId: idOf(2, 0),
  toId: idOf(2, 1),
  points,
  label: null,
  labelAt: null,
  style: 'SOLID',
  color: 'neutral',
  arrowhead: true,
  ...more,
});

const frame: Frame = {
  kind: 'FRAME',
  id: idOf(1, 0),
  zIndex: 0,
  x: 0,
  y: 0,
  width: 300,
  height: 200,
  parentId: null,
  title: 'Frame',
  color: 'neutral',
};

const [a, b] = [shape(0, 0, 0), shape(1, 300, 0)];
const straight = [
  { x: 160, y: 32 },
  { x: 300, y: 32 },
];

test('finds nothing wrong with two joined shapes', () => {
  const { aspectRatio, width, height, connectorLength, ...faults } = measureQuality([
    a,
    b,
    connector(straight),
  ]);
  expect(Object.values(faults).every((count) => count === 0)).toBe(true);
  expect({ aspectRatio, width, height, connectorLength }).toEqual({
    aspectRatio: 460 / 64,
    width: 460,
    height: 64,
    connectorLength: 140,
  });
});

const cases: [string, CanvasObject[], object][] = [
  ['shapes that overlap', [a, shape(1, 100, 0)], { siblingOverlaps: 1, tightGaps: 1 }],
  ['shapes too near', [a, shape(1, 170, 0)], { siblingOverlaps: 0, tightGaps: 1 }],
  [
    'text too wide',
    [shape(0, 0, 0, { text: 'wide '.repeat(9), lines: ['wide '.repeat(9)] })],
    { textOutside: 1 },
  ],
  [
    'text too wide for a diamond',
    [shape(0, 0, 0, { shape: 'DIAMOND', text: 'Is it good?', lines: ['Is it good?'] })],
    { textOutside: 1 },
  ],
  ['a word lost', [shape(0, 0, 0, { text: 'Step two' })], { textOutside: 1 }],
  [
    'a connector through a shape',
    [a, b, shape(2, 200, 0, { width: 40 }), connector(straight)],
    { connectorsThroughShapes: 1 },
  ],
  ['a connector to nothing', [a, connector(straight)], { danglingConnectors: 1, looseEnds: 1 }],
  [
    'an end in the air',
    [
      a,
      b,
      connector([
        { x: 160, y: 32 },
        { x: 290, y: 32 },
      ]),
    ],
    { looseEnds: 1 },
  ],
  ['a child outside its frame', [frame, shape(0, 200, 60, { parentId: frame.id })], { childrenOutside: 1 }],
  ['a child over the title', [frame, shape(0, 24, 10, { parentId: frame.id })], { childrenOutside: 1 }],
  [
    'a label over a shape',
    [a, b, connector(straight, { label: 'go', labelAt: { x: 80, y: 32 } })],
    { labelOverlaps: 1 },
  ],
];

test.each(cases)('counts %s', (_, objects, faults) => {
  expect(measureQuality(objects)).toMatchObject(faults);
});
