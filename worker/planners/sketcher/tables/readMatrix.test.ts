import { expect, test } from 'vitest';
import { readMatrix } from './readMatrix.ts';

/** The titles of the fields in reading order, each with its cards. */
function drawn(text: string) {
  const plan = readMatrix(text)?.finish();
  const frames = plan?.objects.filter((object) => object.type === 'frame') ?? [];
  const fields = frames.map(({ id, title }) => [
    title,
    ...(plan?.objects ?? []).flatMap((object) =>
      object.type === 'node' && object.parent === id ? [object.text] : [],
    ),
  ]);
  return plan === undefined ? null : { title: plan.header.title, fields };
}

test('places fields by the poles of two axes', () =>
  expect(
    drawn(
      '2x2 matrix impact vs effort. low impact low effort: icons; high impact high effort: app; high impact low effort: dark mode, search; low impact high effort: rewrite',
    ),
  ).toEqual({
    title: '2x2 matrix impact vs effort',
    fields: [
      ['High impact low effort', 'Dark mode', 'Search'],
      ['High impact high effort', 'App'],
      ['Low impact low effort', 'Icons'],
      ['Low impact high effort', 'Rewrite'],
    ],
  }));

test('places fields by words for a place, with an empty one between them, and axes in the title', () =>
  expect(
    drawn('x axis: cost, y axis: quality. top right: brand A, bottom left: brand B, top left: brand C'),
  ).toEqual({
    title: 'X axis: cost, y axis: quality',
    fields: [['Top left', 'Brand C'], ['Top right', 'Brand A'], ['Bottom left', 'Brand B'], ['']],
  }));

test('knows an axis by its name, whichever comes first', () =>
  expect(drawn('high value, low cost: a. low cost, low value: b. high value, high cost: c')?.fields).toEqual([
    ['High value, low cost', 'A'],
    ['High value, high cost', 'C'],
    ['Low cost, low value', 'B'],
    [''],
  ]));

test.each([
  'high season: Rome; low season: Oslo',
  'top: sky; bottom: sea; left: port; right: town',
  'low fat: milk; high fat: cream; no sugar: tea',
])('leaves "%s" to others', (text) => expect(readMatrix(text)).toBeNull());
