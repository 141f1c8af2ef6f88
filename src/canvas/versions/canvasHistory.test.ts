import { describe, expect, test } from 'vitest';
import { canvasHistory } from './canvasHistory.ts';
import type { RecentVersion } from './sql/readRecentVersions.ts';

const box = (id: string, more: object = {}) => ({
  id,
  kind: 'SHAPE',
  text: id,
  x: 0,
  color: 'blue',
  ...more,
});
const version = (changes: Partial<RecentVersion> = {}): RecentVersion => ({
  ...{ kind: 'JOB', instruction: null, added: [], updated: [], deleted: [] },
  ...changes,
});
const update = (id: string, after: object) => ({ before: box(id), after: box(id, after) });

describe('the history of a canvas', () => {
  test('has its latest changes in words, oldest first', () => {
    const { changes } = canvasHistory([
      version({ kind: 'UNDO', deleted: [box('Review')] }),
      version({ kind: 'EDIT', updated: [update('Pay', { color: 'red' }), update('Ship', { x: 90 })] }),
      version({ instruction: 'Add a step Review', added: [box('Review')] }),
    ]);
    const nothing = { instruction: null, added: [], changed: [], deleted: [] };
    expect(changes).toEqual([
      { ...nothing, by: 'job', instruction: 'Add a step Review', added: ['Review'] },
      { ...nothing, by: 'edit', changed: ['Pay'] },
      { ...nothing, by: 'undo', deleted: ['Review'] },
    ]);
  });

  test('keeps to its limits, newest first: texts, and the length of instructions', () => {
    const many = Array.from({ length: 15 }, (_, index) => box(`${index}`.padEnd(200, 'x')));
    const long = version({ instruction: 'y'.repeat(4_000), added: many });
    const { changes } = canvasHistory(Array.from({ length: 10 }, () => long));
    const texts = changes.flatMap(({ added }) => added);
    const instructions = changes.map(({ instruction }) => instruction);
    expect(texts).toHaveLength(20);
    expect(Math.max(...texts.map(({ length }) => length))).toBeLessThanOrEqual(80);
    expect(instructions.join('').length).toBeLessThanOrEqual(4_000);
    expect(instructions.at(-1)).toHaveLength(1_000);
    expect(instructions[0]).toBeNull();
  });
});

describe('what the latest change was about', () => {
  test.each<[string, RecentVersion[], string[]]>([
    ['what it added', [version({ added: [box('a')], updated: [update('b', { color: 'red' })] })], ['a']],
    [
      'what it changed',
      [version({ updated: [update('b', { color: 'red' }), update('c', { x: 5 })] })],
      ['b'],
    ],
    ['the one that was moved', [version({ updated: [update('c', { x: 5 })] })], ['c']],
    [
      'that of the change before, when others only made room',
      [version({ updated: [update('b', { x: 5 }), update('c', { x: 5 })] }), version({ added: [box('a')] })],
      ['a'],
    ],
    [
      'that of the change before, when it was undone',
      [
        version({ kind: 'UNDO', deleted: [box('b')] }),
        version({ added: [box('b')] }),
        version({ added: [box('a')] }),
      ],
      ['a'],
    ],
    ['nothing on a new canvas', [], []],
  ])('is %s', (_name, versions, expected) => {
    expect(canvasHistory(versions).recentIds).toEqual(expected);
  });
});
