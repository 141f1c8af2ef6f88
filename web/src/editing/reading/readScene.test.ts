import type { ExcalidrawElement } from '@excalidraw/excalidraw/element/types';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ObjectColor } from '../../generated/graphql.ts';
import { aConnector, aFrame, aShape } from '../../jobs/fixtures.ts';
import { toExcalidraw } from '../../scene/excalidraw.ts';
import type { CanvasObject } from '../../scene/object.ts';
import { palette } from '../../scene/palette.ts';
import { readScene } from './readScene.ts';

const a = aShape('a');
const b = aShape('b', { x: 400 });
const c = aConnector('c', 'a', 'b', {
  points: [
    { x: 260, y: 232 },
    { x: 400, y: 232 },
  ],
});

type Change = Record<string, unknown>;

/** Reads the drawing of the objects after some elements have been changed. */
function readChanged(objects: readonly CanvasObject[], changes: Record<string, Change>, more: Change[] = []) {
  const elements = toExcalidraw(objects).map((element) => ({ ...element, ...changes[element.id] }));
  const reading = readScene([...elements, ...more] as ExcalidrawElement[], objects);
  const find = (id: string) => reading.objects.find((object) => object.id === id);
  return { ...reading, find };
}

const colors = fc.constantFrom(...(Object.keys(palette) as ObjectColor[]));
const box = { x: fc.double({ min: -1e4, max: 1e4, noNaN: true }), width: fc.integer({ min: 20, max: 900 }) };
const someShape = fc
  .record({
    ...box,
    color: colors,
    shape: fc.constantFrom('RECTANGLE', 'ELLIPSE', 'DIAMOND', 'STICKY', 'TEXT'),
    text: fc.constantFrom('', 'Sign up', 'Two words\nin lines'),
  })
  .map(({ text, ...rest }) => ({ ...rest, text: text || (rest.shape === 'TEXT' ? 'Text' : '') }))
  .map(({ text, ...rest }) => ({ ...rest, text, lines: text === '' ? [] : text.split('\n') }));

test('a drawing that nobody has touched is read as the very objects that it was drawn from', () => {
  const canvas = fc.record({
    shapes: fc.array(someShape, { maxLength: 6 }),
    frame: fc.record({ ...box, color: colors, title: fc.constantFrom('', 'To do', 'x'.repeat(180)) }),
    label: fc.option(fc.constantFrom('yes', 'a label beside')),
    // On the arrow, or beside it.
    y: fc.constantFrom(232, 200),
    color: colors,
  });
  fc.assert(
    fc.property(canvas, ({ shapes, frame, label, y, color }) => {
      const labelAt = label === null ? null : { x: 300, y };
      const objects: CanvasObject[] = [
        aFrame('f', frame),
        ...shapes.map((shape, index) => aShape(`s${index}`, { ...shape, parentId: 'f' } as never)),
        a,
        b,
        { ...c, color, label, labelAt },
      ];
      const reading = readScene(toExcalidraw(objects), objects);
      expect(reading.objects.toSorted(byId)).toEqual(objects.toSorted(byId));
      expect(reading.notes).toEqual([]);
    }),
  );
});

const byId = (one: CanvasObject, other: CanvasObject) => (one.id < other.id ? -1 : 1);

describe('what a person does', () => {
  test('moving and resizing is read to a hundredth of a pixel', () => {
    const { find } = readChanged([a], { a: { x: 10.123456, width: 300 } });
    expect(find('a')).toEqual({ ...a, x: 10.12, width: 300 });
  });

  test('writing gives the text as it was typed, and its lines as the editor has wrapped it', () => {
    const text = { originalText: 'Verify the email ', text: 'Verify\nthe email' };
    expect(readChanged([a], { 'a:text': text }).find('a')).toEqual({
      ...a,
      text: 'Verify the email',
      lines: ['Verify', 'the email'],
    });
  });

  test('taking the text away leaves a shape without words', () => {
    expect(readChanged([a], { 'a:text': { isDeleted: true } }).find('a')).toEqual({
      ...a,
      text: '',
      lines: [],
    });
  });

  test('a text that is too long is cut, and that is told', () => {
    const { find, notes } = readChanged([a], { 'a:text': { originalText: 'x'.repeat(300), text: 'x' } });
    expect(find('a')).toMatchObject({ text: 'x'.repeat(200) });
    expect(notes).toHaveLength(1);
  });

  test('deleting takes the connectors along, without a word', () => {
    const torn = { startBinding: null };
    const { objects, notes } = readChanged([a, b, c], { a: { isDeleted: true }, c: torn });
    expect(objects).toEqual([b]);
    expect(notes).toEqual([]);
  });

  test('an arrow that only follows what it joins keeps its way: finding a new one is up to the server', () => {
    const { find } = readChanged([a, b, c], {
      a: { y: 300 },
      c: {
        x: 260,
        y: 332,
        points: [
          [0, 0],
          [140, -100],
        ],
      },
    });
    expect(find('c')).toEqual(c);
    expect(find('a')).toMatchObject({ y: 300 });
  });

  test('an arrow that is bent while what it joins moves has its new way', () => {
    const bent = { ...c, points: [...c.points.slice(0, 1), { x: 330, y: 272 }, ...c.points.slice(1)] };
    const way = {
      points: [
        [0, 0],
        [70, 90],
        [140, -100],
      ],
    };
    const { find } = readChanged([a, b, bent], { a: { y: 300 }, c: { x: 260, y: 332, ...way } });
    expect(find('c')).toMatchObject({
      points: [
        { x: 260, y: 332 },
        { x: 330, y: 422 },
        { x: 400, y: 232 },
      ],
    });
  });

  test('an arrow that is bent, or led to something else, has its new way', () => {
    const points = [
      [0, 0],
      [70, 40],
      [140, 0],
    ];
    expect(readChanged([a, b, c], { c: { points } }).find('c')).toMatchObject({
      points: [
        { x: 260, y: 232 },
        { x: 330, y: 272 },
        { x: 400, y: 232 },
      ],
    });
    const other = aShape('d', { x: 400, y: 500 });
    const led = {
      endBinding: { elementId: 'd' },
      points: [
        [0, 0],
        [140, 300],
      ],
    };
    expect(readChanged([a, b, c, other], { c: led }).find('c')).toMatchObject({ toId: 'd' });
  });

  test('objects that are turned, and the arrows at them, stay as they were', () => {
    const turned = { angle: 0.5 };
    const led = {
      x: 300,
      points: [
        [0, 0],
        [9, 9],
      ],
    };
    const one = readChanged([a, b, c], { a: turned, c: led });
    expect(one.objects).toEqual([a, b, c]);
    expect(one.notes).toEqual(['Rotation isn’t supported.']);
    // Around their common middle, which moves them, too.
    const all = readChanged([a, b, c], {
      a: { ...turned, y: 9 },
      b: { ...turned, y: 99 },
      c: { ...turned, ...led },
    });
    expect(all.objects).toEqual([a, b, c]);
  });

  test('an arrow that is torn off stays where it was, and that is told', () => {
    const { find, notes } = readChanged([a, b, c], {
      c: {
        endBinding: null,
        points: [
          [0, 0],
          [9, 9],
        ],
      },
    });
    expect(find('c')).toEqual(c);
    expect(notes).toHaveLength(1);
  });

  test('something that lies in a frame now belongs to it, but what did not move stays as it was', () => {
    const frame = aFrame('f', { x: 0, y: 0, width: 600, height: 600 });
    const { find } = readChanged([frame, a, b], { a: { x: 120 } });
    expect(find('a')).toMatchObject({ parentId: 'f' });
    expect(find('b')).toEqual(b);
  });

  test('what is locked, or shown by a job, stays as it was', () => {
    const locked = { ...a, locked: true };
    expect(readChanged([locked, b], { a: { x: 1 } }).find('a')).toBe(locked);
    const elements = toExcalidraw([a, b]).filter(({ id }) => id !== 'b');
    expect(readScene(elements, [a, b], (id) => id === 'b').objects).toEqual([a, b]);
  });
});

describe('what a person draws', () => {
  const drawn = { isDeleted: false, angle: 0, x: 0, y: 0, width: 90, height: 60, strokeColor: '#1e1e1e' };
  const element = (id: string, type: string, more: Change = {}) => ({ ...drawn, id, type, ...more });
  const withText = (containerId: string, originalText: string) =>
    element(`${containerId}-text`, 'text', { containerId, originalText, text: originalText, fontSize: 16 });

  test.each([
    ['a box', palette.GREEN.fill, { shape: 'RECTANGLE', color: 'GREEN' }],
    ['a note', palette.YELLOW.sticky, { shape: 'STICKY', color: 'YELLOW' }],
    ['a section', palette.TEAL.frameFill, { __typename: 'Frame', color: 'TEAL' }],
  ])('a rectangle in the paint of %s is one', (_name, backgroundColor, expected) => {
    const { find } = readChanged([], {}, [element('new', 'rectangle', { backgroundColor })]);
    expect(find('new')).toMatchObject(expected);
  });

  test('lies in front of everything, a section behind', () => {
    const { find } = readChanged([a], {}, [
      element('new', 'ellipse'),
      element('section', 'rectangle', { backgroundColor: palette.TEAL.frameFill }),
    ]);
    expect(find('new')?.zIndex).toBeGreaterThan(a.zIndex);
    expect(find('section')?.zIndex).toBeLessThan(0);
  });

  test('a section in a section lies in front of it', () => {
    const outer = aFrame('f', { x: 0, y: 0, width: 900, height: 900 });
    const inner = element('new', 'rectangle', { x: 50, y: 50, backgroundColor: palette.TEAL.frameFill });
    expect(readChanged([outer], {}, [inner]).find('new')).toMatchObject({ parentId: 'f', zIndex: 1 });
  });

  test('is led around what lies between its ends, unless it was bent', () => {
    const pathOf = (points: number[][]) => {
      const bindings = { startBinding: { elementId: 'a' }, endBinding: { elementId: 'b' } };
      const arrow = element('arrow', 'arrow', { x: 260, y: 232, points, ...bindings });
      const wall = aShape('wall', { x: 300, y: 180, width: 60, height: 80 });
      const found = readChanged([a, b, wall], {}, [arrow]).find('arrow');
      return found?.__typename === 'Connector' ? found.points : [];
    };
    expect(
      pathOf([
        [0, 0],
        [140, 0],
      ]),
    ).toHaveLength(6);
    expect(
      pathOf([
        [0, 0],
        [70, 90],
        [140, 0],
      ]),
    ).toEqual([
      { x: 260, y: 232 },
      { x: 330, y: 322 },
      { x: 400, y: 232 },
    ]);
  });

  test('has its text, and arrows join it', () => {
    const arrow = element('arrow', 'arrow', {
      ...{
        strokeStyle: 'dashed',
        ...{ startArrowhead: 'triangle', endArrowhead: 'triangle' },
        points: [
          [0, 0],
          [10, 5],
        ],
      },
      ...{ startBinding: { elementId: 'new' }, endBinding: { elementId: 'a' } },
    });
    const { find } = readChanged([a], {}, [element('new', 'diamond'), withText('new', 'If'), arrow]);
    expect(find('new')).toMatchObject({ shape: 'DIAMOND', text: 'If', lines: ['If'] });
    expect(find('arrow')).toMatchObject({ fromId: 'new', toId: 'a', style: 'DASHED' });
    expect(find('arrow')).toMatchObject({ arrowhead: true, startArrowhead: true });
  });

  test('is left out, and that is told, when a canvas can’t hold it', () => {
    const { objects, notes } = readChanged([a], {}, [
      element('line', 'freedraw'),
      element('loose', 'arrow', { points: [[0, 0]], startBinding: null, endBinding: null }),
    ]);
    expect(objects).toEqual([a]);
    expect(notes).toHaveLength(2);
  });
});

test('what is copied with its section lies in the copy, though both sections are around it', () => {
  const [section, card] = [aFrame('f'), aShape('a', { x: 40, y: 80, parentId: 'f' })];
  const copies = toExcalidraw([section, card]).map((element) => ({
    ...element,
    ...{ id: `copy ${element.id}`, x: element.x + 10, y: element.y + 10, boundElements: [] },
    ...('containerId' in element && element.containerId
      ? { containerId: `copy ${element.containerId}` }
      : {}),
  }));
  const { find } = readChanged([section, card], {}, copies);
  expect(find('copy a')).toMatchObject({ parentId: 'copy f' });
  expect(find('a')).toMatchObject({ parentId: 'f' });
  expect(find('copy f')).toMatchObject({ parentId: null });
});
