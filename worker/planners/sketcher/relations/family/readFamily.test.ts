import { expect, test } from 'vitest';
import { readByWords } from '../../../../../test/support/sketchedPlan.ts';
import { readFamily } from './readFamily.ts';

const read = (text: string) => readByWords(readFamily(text), text);

test('a couple has its children in common', () => {
  const plan = read('The Tower family: Mum = Sarah, Dad = Pete, kids Lily & Max');
  expect(plan.title).toBe('The Tower family');
  expect(plan.edges).toEqual(['Mum: Sarah -- ', 'Dad: Pete -- ', ' -- Lily', ' -- Max']);
});

test.each([
  ['grandma Rosa, her children Ana and Luis', ['Grandma Rosa -- Ana', 'Grandma Rosa -- Luis']],
  ["Oma Erna, Kinder Ute, Jo, Ute's kids Lea", ['Oma Erna -- Ute', 'Oma Erna -- Jo', 'Ute -- Lea']],
  ['Oma Inge, ihre Kinder Petra, Petras Kinder Jan', ['Oma Inge -- Petra', 'Petra -- Jan']],
  ['Sarah (mum), Lily (daughter)', ['Sarah (mum) -- Lily (daughter)']],
])('%j has parents', (text, edges) => {
  expect(read(text).edges).toEqual(edges);
});

test.each([
  'mum: cook, kids: clean',
  'kids Ann, Ben',
  'Ann is the mother of Ben',
  'Mum buys milk, dad cooks',
])('%j is no family', (text) => expect(readFamily(text)).toBeNull());
