import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { aConnector, aFrame, aShape } from '../jobs/fixtures.ts';
import { CanvasOutline } from './CanvasOutline.tsx';
import type { CanvasObject } from './object.ts';

const linesOf = (objects: readonly CanvasObject[]) =>
  [...renderToStaticMarkup(<CanvasOutline objects={objects} />).matchAll(/<li>(.*?)<\/li>/g)].map(
    ([, line]) => line,
  );

const objects = [
  aConnector('c-2', 'a', 'b', { zIndex: 2, label: 'yes' }),
  aShape('b', { zIndex: 4, text: 'Ship' }),
  aConnector('c-1', 'b', 'a', { zIndex: 1 }),
  aShape('a', { zIndex: 3, text: 'Build' }),
  aFrame('f', { zIndex: 5, title: 'To do' }),
];

test('sections come first, then shapes, then connectors, each back to front', () => {
  expect(linesOf(objects)).toEqual([
    'Section: To do',
    'Build',
    'Ship',
    'Ship leads to Build',
    'Build leads to Ship: yes',
  ]);
});

test('the order does not depend on the order in which objects arrived', () => {
  expect(linesOf(objects.toReversed())).toEqual(linesOf(objects));
});
