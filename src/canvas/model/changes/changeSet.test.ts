import { describe, expect, test } from 'vitest';
import type { CanvasObject, Connector, Shape } from '../object.ts';
import { applyChanges, diffObjects, isEmpty, movedBoxIds } from './changeSet.ts';

const a: Shape = {
  ...{ id: 'a', kind: 'SHAPE', zIndex: 1, parentId: null, x: 100, y: 200, width: 160, height: 64 },
  ...{ shape: 'RECTANGLE', text: 'Sign up', lines: ['Sign up'], fontSize: 16, color: 'blue' },
};
const b: Shape = { ...a, id: 'b', x: 400 };
const c: Connector = {
  ...{ id: 'c', kind: 'CONNECTOR', zIndex: 2, fromId: 'a', toId: 'b', label: null, labelAt: null },
  ...{ style: 'SOLID', color: 'neutral', arrowhead: true },
  points: [
    { x: 260, y: 232 },
    { x: 400, y: 232 },
  ],
};
const frame: CanvasObject = {
  ...{ id: 'f', kind: 'FRAME', zIndex: 0, parentId: null, x: 0, y: 0, width: 240, height: 400 },
  ...{ title: 'To do', color: 'teal' },
};
const objects: CanvasObject[] = [a, b, c];

describe('the change set between two states', () => {
  test('is empty where nothing differs but the identity of the objects', () => {
    expect(isEmpty(diffObjects(objects, structuredClone(objects)))).toBe(true);
  });

  test('holds added, updated and deleted objects with their states before', () => {
    const after = { ...a, x: 5, text: 'New' };
    const changes = diffObjects(objects, [after, frame]);
    expect(changes).toEqual({ added: [frame], updated: [{ before: a, after }], deleted: [b, c] });
    expect(movedBoxIds(changes)).toEqual(['a']);
  });

  test('leads from the one to the other', () => {
    const after = [{ ...a, color: 'red' as const }, frame];
    expect(applyChanges(objects, diffObjects(objects, after))).toEqual(after);
  });
});

describe('a change set applied to a canvas that has changed since', () => {
  test('leaves properties alone that it does not change', () => {
    const changes = diffObjects([a, b], [{ ...a, x: 5 }, b]);
    const now = [{ ...a, color: 'red' as const }, b];
    expect(applyChanges(now, changes)).toEqual([{ ...a, x: 5, color: 'red' }, b]);
  });

  test('removes a property that it removes', () => {
    const locked = { ...a, locked: true as const };
    expect(applyChanges([{ ...locked, x: 5 }], diffObjects([locked], [a]))).toEqual([{ ...a, x: 5 }]);
  });

  test('passes over objects that are gone, and does not add those that are there already', () => {
    expect(applyChanges([b], diffObjects([a], [{ ...a, x: 5 }, b]))).toEqual([b]);
  });

  test('removes the connectors of the boxes that it deletes', () => {
    expect(applyChanges(objects, diffObjects([a, b], [a]))).toEqual([a]);
  });
});
