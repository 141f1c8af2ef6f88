import { expect, test } from 'vitest';
import { readVenn } from './readVenn.ts';

test('puts what two sets share between them', () => {
  const plan = readVenn(
    'Venn diagram of cats and dogs: cats: calm; dogs: loud; both: furry, playful',
  )?.finish();
  const frames = plan?.objects.flatMap((object) => (object.type === 'frame' ? [object.title] : []));
  expect(frames).toEqual(['Cats', 'Both', 'Dogs']);
  expect(plan?.objects).toHaveLength(7);
  expect(plan?.warnings).toHaveLength(1);
});

test('draws sets without content as circles', () => {
  const plan = readVenn('venn diagram of Design, Tech and Business')?.finish();
  expect(plan?.objects).toMatchObject([{ text: 'Design' }, { text: 'Tech' }, { text: 'Business' }]);
});

test.each(['venn diagram of dogs and cats', 'a convention in Vienna'])('leaves "%s" to others', (text) =>
  expect(readVenn(text)).toBeNull(),
);
