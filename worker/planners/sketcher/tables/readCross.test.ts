import { expect, test } from 'vitest';
import { readCross } from './readCross.ts';

test.each([
  'matrix with rows Ann, Ben and columns Mon, Tue',
  'matrix, columns: Mon, Tue; rows: Ann, Ben',
  'matrix 2 cols (Mon, Tue) x 2 rows (Ann, Ben)',
])('draws an empty cell for each row and column of "%s"', (text) => {
  const plan = readCross(text)?.finish();
  expect(plan?.header).toMatchObject({ title: 'Matrix', layout: 'grid', columns: 3 });
  expect(plan?.objects.map((object) => 'text' in object && object.text)).toEqual([
    ...['', 'Mon', 'Tue'],
    ...['Ann', '', ''],
    ...['Ben', '', ''],
  ]);
});

test.each(['table with 3 columns and 4 rows', 'board with columns Ideas, Done: paint, sofa'])(
  'leaves "%s" to others',
  (text) => expect(readCross(text)).toBeNull(),
);
