import { expect, test } from 'vitest';
import { readByWords } from '../../../../../test/support/sketchedPlan.ts';
import { readDrawnFlow } from './readDrawnFlow.ts';

const read = (text: string) => readByWords(readDrawnFlow(text), text);

test('quoted texts are on the shapes, and answers on the arrows', () => {
  const plan = read(
    'A green start circle, then a red box "Cook", then a diamond "Done?", yes to "Eat", no back to "Cook"',
  );
  expect(plan.texts).toEqual(['Start', 'Cook', 'Done?', 'Eat']);
  expect(plan.edges).toEqual(['Start -> Cook', 'Cook -> Done?', 'Done? -yes-> Eat', 'Done? -no-> Cook']);
});

test('a shape has the form and the colour that were asked for', () => {
  const plan = readDrawnFlow('a red circle "A", then a purple box "B?"')?.finish();
  expect(plan?.objects).toMatchObject([
    { shape: 'ellipse', color: 'red' },
    { shape: 'rect', color: 'purple' },
    {},
  ]);
});

test.each([
  ['Create a flow chart. Start with "A". Then "B". End with "C".', ['A -> B', 'B -> C']],
  ['Draw "A" pointing to "B" because of x, and "B" pointing to "C"', ['A -> B', 'B -> C']],
])('%j is a flow', (text, edges) => {
  expect(read(text).edges).toEqual(edges);
});

test.each(['we met "Ann" and then "Bob", they talked', 'cards: "A", "B"', 'a box, then a circle'])(
  '%j tells no flow',
  (text) => {
    expect(readDrawnFlow(text)).toBeNull();
  },
);
