import { describe, expect, test } from 'vitest';
import { aConnector, aFrame, aShape } from '../jobs/fixtures.ts';
import { changesBetween, isEmpty, movedBy, withChanges } from './changes.ts';

const a = aShape('a');
const b = aShape('b', { x: 400 });
const c = aConnector('c', 'a', 'b');

describe('changes between two states', () => {
  test('are none where nothing differs but the objects themselves', () => {
    expect(isEmpty(changesBetween([a, b, c], [{ ...a }, { ...b }, structuredClone(c)]))).toBe(true);
  });

  test('name what came, what went, and of what stayed only the properties that differ', () => {
    const changes = changesBetween([a, b, c], [{ ...a, x: 5, text: 'New' }, aFrame('f')]);
    expect(changes.added.map(({ id }) => id)).toEqual(['f']);
    expect([...changes.deleted]).toEqual(['b', 'c']);
    expect([...changes.updated]).toEqual([['a', { x: 5, text: 'New' }]]);
    expect(movedBy(changes)).toEqual(['a']);
  });

  test('lead from the one to the other', () => {
    const after = [{ ...a, color: 'RED' as const }, aFrame('f')];
    expect(withChanges([a, b, c], changesBetween([a, b, c], after))).toEqual(after);
  });
});

describe('changes of a canvas that has changed meanwhile', () => {
  test('leave alone what they do not name', () => {
    const changes = changesBetween([a, b], [{ ...a, x: 5 }, b]);
    const now = [{ ...a, color: 'RED' as const }, b];
    expect(withChanges(now, changes)).toEqual([{ ...a, x: 5, color: 'RED' }, b]);
  });

  test('pass over what is not there any more, and do not add what is there already', () => {
    const changes = changesBetween([a], [{ ...a, x: 5 }, b]);
    expect(withChanges([b], changes)).toEqual([b]);
  });

  test('take the connectors of what they delete along', () => {
    expect(withChanges([a, b, c], changesBetween([a, b], [a]))).toEqual([a]);
  });
});
