import { expect, test } from 'vitest';
import type { Point } from '../../../src/canvas/model/geometry.ts';
import { countCrossings } from './crossings.ts';
import { measureGeometry } from './geometry.ts';
import type { PictureBox, PictureLine } from './picture.ts';

const pointsOf = (...pairs: [number, number][]): Point[] => pairs.map(([x, y]) => ({ x, y }));
const box = (id: string, x: number, y: number, some: Partial<PictureBox> = {}): PictureBox => ({
  ...{ id, x, y, width: 100, height: 40, parentId: null, isFrame: false },
  ...some,
});
const line = (fromId: string, toId: string, points: Point[], isLabelled = false): PictureLine => ({
  ...{ fromId, toId, points, label: null, isLabelled, isArrow: true },
});
const measure = (boxes: PictureBox[], lines: PictureLine[]) =>
  measureGeometry({ boxes, lines, fontSize: 16 });

test.each([
  ['that cut each other cross once', pointsOf([0, 0], [100, 100]), pointsOf([0, 100], [100, 0]), 1],
  [
    'that cut at a corner cross once',
    pointsOf([0, 50], [50, 50], [100, 50]),
    pointsOf([50, 0], [50, 50], [60, 100]),
    1,
  ],
  [
    'that part from a common piece do not cross',
    pointsOf([0, 0], [100, 0], [100, -50]),
    pointsOf([0, 0], [100, 0], [100, 50]),
    0,
  ],
  ['of which one ends on the other do not cross', pointsOf([0, 0], [100, 0]), pointsOf([50, 50], [50, 0]), 0],
  [
    'that change sides along a common piece cross once',
    pointsOf([0, -50], [50, 0], [100, 0], [150, 50]),
    pointsOf([0, 50], [50, 0], [100, 0], [150, -50]),
    1,
  ],
])('lines %s', (_, a, b, count) => {
  expect(countCrossings([a, b])).toBe(count);
});

test('lines on each other count, and are a trunk only without labels and with a common end', () => {
  const [a, b] = [pointsOf([100, 20], [200, 20], [200, 0]), pointsOf([100, 20], [200, 20], [200, 90])];
  const boxes = [box('a', 0, 0)];
  expect(measure(boxes, [line('a', 'b', a), line('a', 'c', b)])).toMatchObject({ onEachOther: 1, trunks: 1 });
  expect(measure(boxes, [line('a', 'b', a, true), line('a', 'c', b)])).toMatchObject({
    onEachOther: 1,
    trunks: 0,
  });
  expect(measure(boxes, [line('a', 'b', a), line('x', 'c', b)])).toMatchObject({ onEachOther: 1, trunks: 0 });
});

test('only frames that hold neither end are foreign', () => {
  const frame = { isFrame: true, width: 140, height: 100 };
  const boxes = [
    box('f', 180, -40, frame),
    box('a', 0, 0),
    box('b', 200, 0, { parentId: 'f' }),
    box('c', 400, 0),
  ];
  const through = pointsOf([100, -20], [400, -20]);
  expect(measure(boxes, [line('a', 'b', pointsOf([100, 20], [200, 20]))]).throughFrames).toBe(0);
  expect(measure(boxes, [line('a', 'c', through)]).throughFrames).toBe(1);
});

test('a connector may pass straight across a lane, but not along it', () => {
  const lane = (id: string, y: number) => box(id, 0, y, { isFrame: true, width: 600, height: 80 });
  const lanes = [lane('top', 0), lane('middle', 100), lane('bottom', 200)];
  const boxes = [...lanes, box('a', 40, 20, { parentId: 'top' }), box('b', 400, 220, { parentId: 'bottom' })];
  const across = pointsOf([140, 40], [300, 40], [300, 240], [400, 240]);
  const along = pointsOf([140, 40], [200, 40], [200, 140], [300, 140], [300, 240], [400, 240]);
  expect(measure(boxes, [line('a', 'b', across)]).throughFrames).toBe(0);
  expect(measure(boxes, [line('a', 'b', along)]).throughFrames).toBe(1);
});

test('arrows back count against the direction, but not those of a cycle', () => {
  const boxes = [box('a', 0, 0), box('b', 200, 0), box('c', 400, 0), box('d', 250, 100)];
  const arrows = (...ends: [string, string][]) => ends.map(([from, to]) => line(from, to, []));
  const chain: [string, string][] = [
    ['a', 'b'],
    ['b', 'c'],
  ];
  expect(measure(boxes, arrows(...chain, ['c', 'a'])).againstDirection).toBe(0);
  expect(measure(boxes, arrows(...chain, ['c', 'd'])).againstDirection).toBe(1);
});

test('an arrow from the end of a line to the start of the next is not against the direction', () => {
  const boxes = [box('a', 0, 0), box('b', 200, 0), box('c', 0, 100), box('d', 200, 100)];
  const arrows = (...ends: [string, string][]) => ends.map(([from, to]) => line(from, to, []));
  const lines: [string, string][] = [
    ['a', 'b'],
    ['c', 'd'],
    ['a', 'd'],
  ];
  expect(measure(boxes, arrows(...lines, ['b', 'c'])).againstDirection).toBe(0);
  expect(
    measure([...boxes, box('e', 400, 20, { height: 90 })], arrows(...lines, ['b', 'c'])).againstDirection,
  ).toBe(1);
});

test('along the axes a slanting line is as long as one at right angles', () => {
  const { relativeLength, lengthAlongAxes } = measure(
    [box('a', 0, 0)],
    [line('a', 'b', pointsOf([0, 0], [30, 40]))],
  );
  expect([relativeLength * 140, lengthAlongAxes * 140]).toEqual([50, 70]);
});

test('a text that needs no smaller view keeps its size', () => {
  expect(measure([box('a', 0, 0)], []).textWhenFitted).toBe(16);
  expect(measure([box('a', 0, 0), box('b', 2_700, 0)], []).textWhenFitted).toBe(8);
});
