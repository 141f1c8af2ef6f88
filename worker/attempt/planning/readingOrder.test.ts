import { expect, it } from 'vitest';
import type { CanvasObject } from '../../../src/canvas/model/object.ts';
import { readingOrder } from './readingOrder.ts';

const shape = (id: string, x: number, y: number, parentId: string | null = null): CanvasObject => ({
  ...{ id, kind: 'SHAPE', parentId, x, y, width: 100, height: 50, zIndex: 0, color: 'blue' },
  ...{ shape: 'RECTANGLE', text: id, lines: [id], fontSize: 16 },
});
const frame = (id: string, x: number): CanvasObject => ({
  ...{
    id,
    kind: 'FRAME',
    parentId: null,
    x,
    y: 0,
    width: 200,
    height: 400,
    zIndex: 0,
    color: 'blue',
    title: id,
  },
});

const order = (objects: readonly CanvasObject[]) => [...readingOrder(objects).keys()];

it('reads rows from left to right, also where their boxes are a little apart in height', () => {
  const boxes = [shape('d', 0, 200), shape('b', 200, 10), shape('a', 0, 0), shape('c', 400, 24)];
  expect(order(boxes)).toEqual(['a', 'b', 'c', 'd']);
});

it('reads what a frame holds before the next frame', () => {
  const cards = [shape('2', 220, 50, 'right'), shape('1b', 20, 150, 'left'), shape('1a', 20, 50, 'left')];
  expect(order([...cards, frame('right', 210), frame('left', 0)])).toEqual([
    'left',
    '1a',
    '1b',
    'right',
    '2',
  ]);
});
