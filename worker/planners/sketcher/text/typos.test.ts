import { describe, expect, it } from 'vitest';
import { editDistance, spellingLikeness } from './typos.ts';

describe('the distance of two words', () => {
  it.each([
    ['', '', 0],
    ['plan', 'plan', 0],
    ['plan', '', 4],
    ['flowchrt', 'flowchart', 1],
    ['regsitration', 'registration', 1],
    ['kanbann', 'kanban', 1],
    ['emial', 'email', 1],
    ['kitten', 'sitting', 3],
    ['ca', 'abc', 3],
  ])('%j and %j is %i, from either side', (left, right, distance) => {
    expect(editDistance(left, right)).toBe(distance);
    expect(editDistance(right, left)).toBe(distance);
  });
});

describe('the likeness of two spellings', () => {
  it('is 1 for the same, and falls with every wrong letter', () => {
    expect(spellingLikeness('write post', 'write post')).toBe(1);
    expect(spellingLikeness('wrtie psot', 'write post')).toBe(0.8);
  });

  it('is 0 where a third is wrong, and for texts too long to compare', () => {
    expect(spellingLikeness('abc', 'abd')).toBe(0);
    expect(spellingLikeness('', '')).toBe(0);
    expect(spellingLikeness('a'.repeat(81), 'a'.repeat(81))).toBe(0);
  });
});
