import type { Sql } from '../../database/statement.ts';
import { isEmpty } from '../model/changes/changeSet.ts';
import { revertChanges } from '../model/changes/revertChanges.ts';
import { readObjects } from './objectRows.ts';
import { type HistoryVersion, readHistory } from './sql/readHistory.ts';
import { readChangeSet } from './versions.ts';

/** Numbers of the versions to revert next, the next one first. */
export type UndoHistory = { undoable: number[]; redoable: number[] };

/**
 * A change with the versions that made it (the first time, and by each redo) and those that undid it. `number` is the
 * newest of these: reverting it undoes or redoes the change.
 */
type Change = { number: number; madeBy: Set<number>; undoneBy: Set<number> };

/**
 * Computes the undo and redo stacks of a user. An undo moves a change from the first to the second, and a new change
 * clears the second. A job's version counts as a change of its owner. The first version of a copy can't be undone.
 * @param versions All versions of one canvas, oldest first.
 */
export function undoHistory(versions: readonly HistoryVersion[], userId: string): UndoHistory {
  const done: Change[] = [];
  const undone: Change[] = [];
  for (const { number, kind, source, authorId } of versions) {
    const isOwn = authorId === userId;
    const reverted = kind === 'UNDO' && source !== null ? source : null;
    const taken = reverted === null ? undefined : take(done, ({ madeBy }) => madeBy.has(reverted));
    if (taken) {
      if (isOwn) undone.push({ ...taken, number, undoneBy: taken.undoneBy.add(number) });
      continue;
    }
    const redone = reverted === null ? undefined : take(undone, ({ undoneBy }) => undoneBy.has(reverted));
    if (!isOwn || kind === 'COPY') continue;
    if (redone) {
      done.push({ ...redone, number, madeBy: redone.madeBy.add(number) });
      continue;
    }
    done.push({ number, madeBy: new Set([number]), undoneBy: new Set() });
    undone.length = 0;
  }
  const newestFirst = (changes: Change[]) => changes.map(({ number }) => number).reverse();
  return { undoable: newestFirst(done), redoable: newestFirst(undone) };
}

/** Removes the newest matching change from the list. */
function take(changes: Change[], fits: (change: Change) => boolean): Change | undefined {
  const index = changes.findLastIndex(fits);
  return index === -1 ? undefined : changes.splice(index, 1)[0];
}

/** The version to revert for the next undo or redo, of which anything can be reverted; null if there is none. */
export async function nextInHistory(
  sql: Sql,
  request: { canvasId: string; userId: string; direction: keyof UndoHistory },
): Promise<number | null> {
  const { canvasId, userId, direction } = request;
  const candidates = undoHistory(await readHistory(sql, { canvasId }), userId)[direction];
  if (candidates.length === 0) return null;
  const current = (await readObjects(sql, canvasId)).map(({ object }) => object);
  for (const number of candidates) {
    const changes = await readChangeSet(sql, canvasId, number);
    if (changes !== null && !isEmpty(revertChanges(current, changes).changes)) return number;
  }
  return null;
}
