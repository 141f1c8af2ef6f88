import { expect, test } from 'vitest';
import type { Frame, Shape } from '../../scene/object.ts';
import { lockedShapeAt } from './lockedShapeAt.ts';

const shape = (id: string, zIndex: number, x: number, locked: boolean): Shape => ({
  ...{ __typename: 'Shape', id, zIndex, locked, parentId: null, x, y: 0, width: 100, height: 50 },
  ...{ shape: 'RECTANGLE', text: '', lines: [], fontSize: 16, color: 'NEUTRAL' },
});
const frame: Frame = {
  ...{ __typename: 'Frame', id: 'frame', zIndex: 0, locked: true, parentId: null },
  ...{ x: -50, y: -50, width: 400, height: 400, title: '', color: 'NEUTRAL' },
};
const view = { offsetLeft: 10, offsetTop: 50, scrollX: 20, scrollY: 0, zoom: { value: 2 } };
/** Where a place of the canvas is in the window. */
const at = (x: number, y: number) => ({ clientX: (x + 20) * 2 + 10, clientY: y * 2 + 50 });

test('the shape in front is found, if it is locked', () => {
  const objects = [shape('back', 1, 0, true), shape('front', 2, 80, false), frame];
  expect(lockedShapeAt(objects, view, at(40, 25))?.id).toBe('back');
  expect(lockedShapeAt(objects, view, at(90, 25))).toBeNull();
});

test('a text can be added within a locked frame', () => {
  expect(lockedShapeAt([frame], view, at(0, 0))).toBeNull();
});
