import { describe, expect, test } from 'vitest';
import { readCanvasFile } from '../../../../src/canvas/export/readCanvasFile.ts';
import { convertExcalidraw } from './convertExcalidraw.ts';

type Element = Record<string, unknown>;

const box = (id: string, x: number, more: Element = {}) => ({
  ...{ id, type: 'rectangle', x, y: 0, width: 100, height: 60 },
  ...more,
});
const textIn = (containerId: string, text: string) => ({
  ...{ id: `${containerId}-text`, type: 'text', x: 0, y: 0, width: 80, height: 25 },
  ...{ containerId, text, originalText: text },
});
const arrow = (id: string, x: number, length: number, more: Element = {}) => ({
  ...{ id, type: 'arrow', x, y: 30, width: length, height: 0, endArrowhead: 'arrow' },
  points: [
    [0, 0],
    [length, 0],
  ],
  ...more,
});

/** What the server reads of the converted file. */
function convert(elements: Element[]) {
  const { json, notes } = convertExcalidraw({ type: 'excalidraw', elements }, 'My plan');
  return { ...readCanvasFile(json ?? ''), notes };
}

describe('an Excalidraw file', () => {
  test('keeps shapes with their texts, colors and arrows, as the server reads them', () => {
    const { title, objects, notes } = convert([
      box('a', 0, { backgroundColor: '#a5d8ff' }),
      textIn('a', 'Sign up'),
      box('b', 300, { type: 'diamond', strokeColor: '#e03131' }),
      arrow('c', 100, 200, { startBinding: { elementId: 'a' }, endBinding: { elementId: 'b' } }),
      textIn('c', 'then'),
      { id: 'd', type: 'text', x: 0, y: 200, width: 90, height: 25, text: 'A\nnote', originalText: 'A note' },
    ]);
    expect(title).toBe('My plan');
    expect(notes).toEqual([]);
    const [a, b, d, c] = objects;
    expect(a).toMatchObject({ kind: 'SHAPE', shape: 'RECTANGLE', text: 'Sign up', color: 'blue', x: 0 });
    expect(b).toMatchObject({ kind: 'SHAPE', shape: 'DIAMOND', text: '', color: 'red', x: 300 });
    expect(d).toMatchObject({ kind: 'SHAPE', shape: 'TEXT', text: 'A note', lines: ['A', 'note'] });
    expect(c).toMatchObject({
      kind: 'CONNECTOR',
      fromId: a?.id,
      toId: b?.id,
      label: 'then',
      arrowhead: true,
    });
  });

  test('keeps frames with their names and what lies in them', () => {
    const frame = { id: 'f', type: 'frame', name: 'Start', x: -20, y: -60, width: 200, height: 200 };
    const { objects } = convert([box('a', 0), frame]);
    const read = objects.find(({ kind }) => kind === 'FRAME');
    expect(read).toMatchObject({ title: 'Start', width: 200, height: 200 });
    expect(objects.find(({ kind }) => kind === 'SHAPE')).toMatchObject({ parentId: read?.id });
  });

  test('binds the ends of an arrow to the shapes near them', () => {
    const { objects, notes } = convert([box('a', 0), box('b', 300), arrow('c', 110, 180)]);
    expect(objects.find(({ kind }) => kind === 'CONNECTOR')).toMatchObject({
      fromId: objects[0]?.id,
      toId: objects[1]?.id,
    });
    expect(notes).toEqual([]);
  });

  test('names what it leaves out', () => {
    const { objects, notes } = convert([
      box('a', 0, { angle: 0.5 }),
      box('gone', 900, { isDeleted: true }),
      arrow('b', 500, 100),
      { id: 'c', type: 'image', x: 0, y: 0, width: 10, height: 10 },
      { id: 'd', type: 'freedraw', x: 0, y: 0, width: 10, height: 10 },
      { id: 'e', type: 'freedraw', x: 0, y: 0, width: 10, height: 10 },
      { id: 'f', type: 'line', x: 0, y: 0, width: 10, height: 10 },
    ]);
    expect(objects).toHaveLength(1);
    expect(notes).toEqual([
      '1 image is left out.',
      '2 freehand drawings are left out.',
      '1 line is left out.',
      '1 arrow that does not join two objects is left out.',
      '1 rotated object is placed upright.',
    ]);
  });

  test.each([
    null,
    {},
    { elements: 7 },
    { elements: [null, 7, {}, { id: 'a', type: 'rectangle', x: 'left' }] },
  ])('without usable elements (%j) becomes nothing', (content) => {
    expect(convertExcalidraw(content, 'x').json).toBeNull();
  });
});
