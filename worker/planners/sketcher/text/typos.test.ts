import { describe, expect, it } from 'vitest';
import { editDistance } from './typos.ts';

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
