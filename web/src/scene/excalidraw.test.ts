import type {
  ExcalidrawArrowElement,
  ExcalidrawElement,
  ExcalidrawTextElement,
} from '@excalidraw/excalidraw/element/types';
import { describe, expect, test } from 'vitest';
import { aConnector, aFrame, aShape } from '../jobs/fixtures.ts';
import { textIdOf, toExcalidraw } from './excalidraw.ts';
import type { CanvasObject } from './object.ts';
import { palette } from './palette.ts';

function draw(...objects: CanvasObject[]) {
  const elements = toExcalidraw(objects);
  const find = <T extends ExcalidrawElement['type']>(id: string, type: T) => {
    const element = elements.find((entry) => entry.id === id);
    if (element?.type !== type) throw new Error(`${id} is ${element?.type ?? 'missing'}, not ${type}`);
    return element as Extract<ExcalidrawElement, { type: T }>;
  };
  return {
    elements,
    find,
    text: (objectId: string): ExcalidrawTextElement => find(textIdOf(objectId), 'text'),
    arrow: (id: string) => find(id, 'arrow') as ExcalidrawArrowElement,
  };
}

const centreOf = (box: { x: number; y: number; width: number; height: number }) => [
  box.x + box.width / 2,
  box.y + box.height / 2,
];

describe('what is drawn again', () => {
  const [a, b] = [aShape('a'), aShape('b', { x: 400 })];
  const arrow = aConnector('c', 'a', 'b');
  const elementOf = (id: string, objects: readonly CanvasObject[], isFixed = (_: string) => false) =>
    toExcalidraw(objects, { isFixed }).find((element) => element.id === id);

  test('has the same elements while it looks the same', () => {
    const before = elementOf('a', [a, b]);
    expect(elementOf('a', [a, { ...b, text: 'New' }])).toBe(before);
    expect(elementOf('a', [{ ...a, color: 'RED' }, b])).not.toBe(before);
  });

  test('has others when something around it has changed', () => {
    expect(elementOf('a', [a, b])?.boundElements).toHaveLength(1);
    expect(elementOf('a', [a, b, arrow])?.boundElements).toHaveLength(2);
    expect(elementOf('a', [a, b], (id) => id === 'a')?.locked).toBe(true);
    expect(elementOf('c', [a, b, arrow])).toMatchObject({ endBinding: { elementId: 'b' } });
    expect(elementOf('c', [a, arrow])).toMatchObject({ endBinding: null });
  });
});

test('an object that is to be deleted is faded, with its text; others are not', () => {
  const elements = toExcalidraw([aShape('a'), aShape('b')], { isFaded: (id) => id === 'a' });
  const opacities = elements.map(({ id, opacity }) => [id, opacity < 50]);
  expect(opacities).toEqual([
    ['a', true],
    ['a:text', true],
    ['b', false],
    ['b:text', false],
  ]);
});

describe('a shape', () => {
  test('keeps its id, its box and the colors of the palette', () => {
    const { find } = draw(aShape('a'));
    const { fill, stroke } = palette.BLUE;
    expect(find('a', 'rectangle')).toMatchObject({
      ...{ x: 100, y: 200, width: 160, height: 64 },
      ...{ backgroundColor: fill, strokeColor: stroke, roughness: 0 },
    });
  });

  test('holds its text as wrapped, in its middle, bound on both sides', () => {
    const shape = aShape('a', { text: 'Verify the email', lines: ['Verify', 'the email'] });
    const { find, text } = draw(shape);
    expect(find('a', 'rectangle').boundElements).toEqual([{ id: 'a:text', type: 'text' }]);
    expect(text('a')).toMatchObject({
      ...{ text: 'Verify\nthe email', originalText: 'Verify the email', containerId: 'a' },
      ...{ autoResize: false, fontFamily: 6, fontSize: 16 },
    });
    expect(text('a').height).toBeCloseTo(2 * 16 * 1.35);
    expect(centreOf(text('a'))).toEqual(centreOf(shape));
  });

  test.each([
    ['ELLIPSE', 'ellipse', 103],
    ['DIAMOND', 'diamond', 70],
    ['STICKY', 'rectangle', 150],
  ] as const)('%s is an Excalidraw %s whose text gets %i px', (shape, type, width) => {
    const { find, text } = draw(aShape('a', { shape }));
    expect(find('a', type).id).toBe('a');
    expect(text('a').width).toBe(width);
  });

  test('TEXT is a text element without a container', () => {
    const { elements, find } = draw(aShape('a', { shape: 'TEXT' }));
    expect(elements).toHaveLength(1);
    expect(find('a', 'text')).toMatchObject({ containerId: null, width: 160 });
  });

  test('without text is only a shape', () => {
    const { elements, find } = draw(aShape('a', { text: '', lines: [] }));
    expect(elements).toHaveLength(1);
    expect(find('a', 'rectangle').boundElements).toEqual([]);
  });
});

describe('a frame', () => {
  test('is a colored rectangle with its title in the strip at the top', () => {
    const { find, text } = draw(aFrame('f'));
    expect(find('f', 'rectangle').backgroundColor).toBe(palette.TEAL.frameFill);
    expect(text('f')).toMatchObject({ text: 'To do', textAlign: 'left', x: 24 });
    expect(text('f').y + text('f').height).toBeLessThan(44);
  });

  test('cuts a title that is too long, and keeps it whole as the original', () => {
    const title = 'Everything that has been asked for by anybody at all';
    const { text } = draw(aFrame('f', { title }));
    expect(text('f').text).toMatch(/…$/);
    expect(text('f').originalText).toBe(title);
  });
});

describe('a connector', () => {
  const a = aShape('a');
  const b = aShape('b', { x: 360 });

  test('is an arrow with points relative to its start, bound on both sides', () => {
    const { arrow, find } = draw(a, b, aConnector('c', 'a', 'b'));
    expect(arrow('c')).toMatchObject({
      ...{ x: 260, y: 232, width: 100, height: 0, elbowed: false, roundness: null, endArrowhead: 'triangle' },
      points: [
        [0, 0],
        [100, 0],
      ],
      startBinding: { elementId: 'a' },
      endBinding: { elementId: 'b' },
    });
    for (const id of ['a', 'b']) {
      expect(find(id, 'rectangle').boundElements).toContainEqual({ id: 'c', type: 'arrow' });
    }
  });

  test('is bound only to objects that exist', () => {
    const { arrow } = draw(a, aConnector('c', 'a', 'b'));
    expect(arrow('c').startBinding).toMatchObject({ elementId: 'a' });
    expect(arrow('c').endBinding).toBeNull();
  });

  test('from an object to itself is listed there once', () => {
    const { find } = draw(a, aConnector('c', 'a', 'a'));
    expect(find('a', 'rectangle').boundElements?.filter((bound) => bound.id === 'c')).toHaveLength(1);
  });

  test('can be dashed and without a head', () => {
    const { arrow } = draw(a, b, aConnector('c', 'a', 'b', { style: 'DASHED', arrowhead: false }));
    expect(arrow('c')).toMatchObject({
      ...{ strokeStyle: 'dashed', startArrowhead: null, endArrowhead: null },
    });
  });

  test('can have a head at each end', () => {
    const { arrow } = draw(a, b, aConnector('c', 'a', 'b', { startArrowhead: true }));
    expect(arrow('c')).toMatchObject({ startArrowhead: 'triangle', endArrowhead: 'triangle' });
  });

  test('has its label on its middle vertex, where Excalidraw draws it', () => {
    const { arrow, text } = draw(
      a,
      b,
      aConnector('c', 'a', 'b', { label: 'yes', labelAt: { x: 300, y: 232 } }),
    );
    const { points, x, y } = arrow('c');
    const middle = points[(points.length - 1) / 2];
    expect([x + (middle?.[0] ?? 0), y + (middle?.[1] ?? 0)]).toEqual([300, 232]);
    expect(centreOf(text('c'))).toEqual([300, 232]);
    expect(text('c').containerId).toBe('c');
    expect(arrow('c').boundElements).toEqual([{ id: 'c:text', type: 'text' }]);
  });

  test('has a label beside the line as an unbound text', () => {
    const { arrow, text } = draw(
      a,
      b,
      aConnector('c', 'a', 'b', { label: 'yes', labelAt: { x: 300, y: 210 } }),
    );
    expect(text('c').containerId).toBeNull();
    expect(centreOf(text('c'))).toEqual([300, 210]);
    expect(arrow('c').boundElements).toEqual([]);
  });
});

test('objects are drawn back to front, each text right after its container', () => {
  const { elements } = draw(aConnector('c', 'b', 'a'), aShape('b'), aShape('a'), aFrame('f'));
  expect(elements.map((element) => element.id)).toEqual(['f', 'f:text', 'a', 'a:text', 'b', 'b:text', 'c']);
});
