import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { aConnector, aFrame, aShape } from '../jobs/fixtures.ts';
import { CanvasOutline } from './CanvasOutline.tsx';
import type { CanvasObject, Connector } from './object.ts';

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

test('what a running job deletes is marked', () => {
  const outline = <CanvasOutline objects={objects} deleted={new Set(['a', 'c-1'])} />;
  const markup = renderToStaticMarkup(outline);
  expect(markup.match(/[^<>]*\(to be deleted\)/g)).toEqual([
    'Build (to be deleted)',
    'Ship leads to Build (to be deleted)',
  ]);
});

test('a connection is named by its arrowheads', () => {
  const [a, b] = [aShape('a', { text: 'A' }), aShape('b', { text: 'B' })];
  const lineOf = (some: Partial<Connector>) => linesOf([a, b, aConnector('c', 'a', 'b', some)]).at(-1);
  expect(lineOf({ startArrowhead: true })).toBe('A and B lead to each other');
  expect(lineOf({ startArrowhead: true, arrowhead: false })).toBe('B leads to A');
  expect(lineOf({ arrowhead: false, label: 'near' })).toBe('A is connected to B: near');
});

test('a message between bars of two lifelines is one between their participants', () => {
  const points = [
    { x: 0, y: 0 },
    { x: 0, y: 50 },
  ];
  const lifeline = { points, style: 'DASHED', arrowhead: false } as const;
  const objects = [
    ...[aShape('a', { text: 'User' }), aShape('b', { text: 'Shop' })],
    ...[aShape('a-1', { text: '' }), aShape('b-1', { text: '' })],
    ...[aConnector('a-line', 'a', 'a-1', lifeline), aConnector('b-line', 'b', 'b-1', lifeline)],
    aConnector('m', 'a-1', 'b-1', { label: 'order' }),
  ];
  expect(linesOf(objects)).toEqual(['User', 'Shop', 'User leads to Shop: order']);
});

test('the order does not depend on the order in which objects arrived', () => {
  expect(linesOf(objects.toReversed())).toEqual(linesOf(objects));
});
