import { expect, it } from 'vitest';
import { leaf } from './item.ts';
import { place, takePlaced } from './placed.ts';

it('takes what stands at which section off a text', () => {
  expect(takePlaced('a, b, c. Put "x" in the first and y, z under the last one')).toEqual({
    text: 'a, b, c',
    placed: [
      { names: ['x'], at: 0 },
      { names: ['y', 'z'], at: -1 },
    ],
  });
});

it.each(['a, b. put x in the oven', 'put gloves on first', 'a, b'])('leaves “%s” as it is', (text) => {
  expect(takePlaced(text)).toEqual({ text, placed: [] });
});

it('puts things below their sections, and beside these where there are too few', () => {
  expect(
    place(
      [leaf('a')],
      [
        { names: ['x'], at: 0 },
        { names: ['y'], at: 1 },
      ],
    ),
  ).toEqual([{ text: 'a', children: [leaf('x')] }, leaf('y')]);
});
