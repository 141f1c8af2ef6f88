import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { aConnector, aShape } from '../jobs/fixtures.ts';
import { CanvasThumbnail } from './CanvasThumbnail.tsx';

const box = { x: 0, y: 0, width: 100, height: 50 };

const viewBox = (objects: Parameters<typeof CanvasThumbnail>[0]['objects']) =>
  /viewBox="([^"]*)"/.exec(renderToStaticMarkup(<CanvasThumbnail objects={objects} />))?.[1];

test('the image contains the shapes, with a margin', () => {
  expect(viewBox([aShape('a', box)])).toBe('-24 -24 148 98');
});

test('the image contains a connector that leads around the shapes', () => {
  const points = [
    { x: 100, y: 25 },
    { x: 300, y: 25 },
    { x: 300, y: -150 },
    { x: 50, y: 0 },
  ];
  expect(viewBox([aShape('a', box), aConnector('loop', 'a', 'a', { points })])).toBe('-24 -174 348 248');
});

test('a canvas without objects has no image', () => {
  expect(viewBox([])).toBeUndefined();
});
