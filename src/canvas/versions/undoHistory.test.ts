import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HistoryVersion } from './sql/readHistory.ts';
import { undoHistory } from './undoHistory.ts';

const me = 'me';
const version = (number: number, some: Partial<HistoryVersion> = {}): HistoryVersion => ({
  number,
  kind: 'EDIT',
  source: null,
  authorId: me,
  ...some,
});
const undo = (number: number, source: number, authorId = me) =>
  version(number, { kind: 'UNDO', source, authorId });

describe('what a user can undo and redo', () => {
  it.each([
    ['nothing at first', [], [], []],
    ['their changes, newest first', [version(1, { kind: 'JOB' }), version(2)], [2, 1], []],
    ['after an undo, what it undid can be redone', [version(1), version(2), undo(3, 2)], [1], [3]],
    ['after a redo, what was redone can be undone', [version(1), undo(2, 1), undo(3, 2)], [3], []],
    [
      'a change that was redone, by its own version',
      [version(1), undo(2, 1), undo(3, 2), undo(4, 1)],
      [],
      [4],
    ],
    ['a new change ends what can be redone', [version(1), undo(2, 1), version(3)], [3], []],
    ['an undo out of the order', [version(1), version(2), undo(3, 1)], [2], [3]],
    [
      'an undo that can no longer be redone, reverted',
      [version(1), undo(2, 1), version(3), undo(4, 2)],
      [4, 3],
      [],
    ],
    ['a restore', [version(1), version(2), version(3, { kind: 'RESTORE', source: 1 })], [3, 2, 1], []],
    ['not that a canvas is a copy', [version(1, { kind: 'COPY' }), version(2)], [2], []],
    ['not what others have changed', [version(1), version(2, { authorId: 'other' })], [1], []],
    ['nor what others have undone', [version(1), version(2), undo(3, 2, 'other')], [1], []],
    ['versions with gaps in their numbers', [version(3), version(7), undo(9, 7)], [3], [9]],
  ] as const)('%s', (_name, versions, undoable, redoable) => {
    expect(undoHistory(versions, me)).toEqual({ undoable, redoable });
  });

  it('is what the two stacks of an editor hold', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('change', 'undo', 'redo'), { maxLength: 40 }), (steps) => {
        const editor = new TwoStacks();
        for (const step of steps) {
          editor.take(step);
          const { undoable, redoable } = undoHistory(editor.versions, me);
          expect(undoable.map((number) => editor.changeOf.get(number))).toEqual(editor.past.toReversed());
          expect(redoable.map((number) => editor.changeOf.get(number))).toEqual(editor.future.toReversed());
        }
      }),
    );
  });
});

/** What any editor does, beside the versions that come of it. Changes have the number of the version they came with. */
class TwoStacks {
  readonly versions: HistoryVersion[] = [];
  /** The change that each version makes, undoes or redoes. */
  readonly changeOf = new Map<number, number>();
  past: number[] = [];
  future: number[] = [];

  take(step: 'change' | 'undo' | 'redo'): void {
    const number = this.versions.length + 1;
    if (step === 'change') {
      this.versions.push(version(number));
      this.changeOf.set(number, number);
      this.past.push(number);
      this.future = [];
      return;
    }
    const { undoable, redoable } = undoHistory(this.versions, me);
    const source = (step === 'undo' ? undoable : redoable)[0];
    const [from, to] = step === 'undo' ? [this.past, this.future] : [this.future, this.past];
    const change = from.pop();
    expect(source === undefined).toBe(change === undefined);
    if (source === undefined || change === undefined) return;
    this.versions.push(undo(number, source));
    this.changeOf.set(number, change);
    to.push(change);
  }
}
