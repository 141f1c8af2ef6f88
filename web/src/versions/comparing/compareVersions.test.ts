import { describe, expect, test } from 'vitest';
import { aConnector, aShape } from '../../jobs/fixtures.ts';
import { changedParts, compareVersions } from './compareVersions.ts';

const [a, b, gone] = [aShape('a'), aShape('b'), aShape('gone')];
const arrow = aConnector('arrow', 'a', 'b');
const ids = (objects: readonly { id: string }[]) => objects.map(({ id }) => id);

describe('an earlier version and the latest one', () => {
  test('differ in what was added, changed and deleted since', () => {
    const latest = [{ ...a, text: 'Other' }, b, aShape('new')];
    const { objects, changes, deleted } = compareVersions([a, b, gone], latest);
    expect(ids(changes.added)).toEqual(['new']);
    expect(changes.updated.map(({ after }) => after.id)).toEqual(['a']);
    expect([...deleted]).toEqual(['gone']);
    expect(ids(objects)).toEqual(['a', 'b', 'new', 'gone']);
  });

  test('do not differ in a connector that only followed what it joins', () => {
    const moved = { ...arrow, points: arrow.points.map(({ x, y }) => ({ x: x + 10, y })) };
    const changedIn = (latest: typeof moved, box = a) =>
      compareVersions([a, b, arrow], [box, b, latest]).changes.updated.map(({ after }) => after.id);
    expect(changedIn(moved, { ...a, x: a.x + 10 })).toEqual(['a']);
    expect(changedIn({ ...moved, color: 'RED' }, { ...a, x: a.x + 10 })).toEqual(['a', 'arrow']);
    expect(changedIn(moved)).toEqual(['arrow']);
  });
});

test('the differences of an object are named without what follows from them', () => {
  expect(changedParts(a, { ...a, x: 0, text: 'Other', lines: ['Other'] })).toEqual(['text', 'place']);
  expect(changedParts(arrow, { ...arrow, toId: 'a', points: [] })).toEqual(['ends']);
});
