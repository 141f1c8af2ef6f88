import type { Sql } from '../../database/statement.ts';
import { CanvasConflictError, type ExpectedError, NotFoundError } from '../../errors.ts';
import { JoinedChanges, type StoredChanges } from '../model/changes/joinChanges.ts';
import { deleteVersions } from './sql/deleteVersions.ts';
import { findHoldingVersion } from './sql/findHoldingVersion.ts';
import { readChanges } from './sql/readChanges.ts';
import { updateJoinedVersion } from './sql/updateJoinedVersion.ts';
import { checkVersionChain, deferVersionChain } from './sql/versionChain.ts';

/**
 * Joins consecutive edits into the last of them. The caller holds the lock of the canvas.
 * @param numbers The versions, in order.
 * @returns The number of versions that were removed.
 */
export async function joinVersions(tx: Sql, canvasId: string, numbers: readonly number[]): Promise<number> {
  const joined = new JoinedChanges();
  // One at a time: each may be as large as the canvas.
  for (const number of numbers) joined.add(await readStoredChanges(tx, canvasId, number));
  const changes = joined.toChanges();
  const [first, last] = [numbers[0], numbers.at(-1)];
  if (first === undefined || last === undefined) return 0;
  await deferVersionChain(tx);
  const deleted = await deleteVersions(tx, { canvasId, first, last });
  await updateJoinedVersion(tx, {
    canvasId,
    number: last,
    previousNumber: deleted.find(({ number }) => number === first)?.previousNumber ?? null,
    changes: JSON.stringify(changes),
    addedCount: changes.added.length,
    updatedCount: changes.updated.length,
    deletedCount: changes.deleted.length,
  });
  // Now rather than at commit: the rest of the transaction relies on the chain of versions.
  await checkVersionChain(tx);
  return deleted.length;
}

async function readStoredChanges(tx: Sql, canvasId: string, number: number): Promise<StoredChanges> {
  const version = await readChanges(tx, { canvasId, number });
  if (version === undefined) throw new Error(`version ${number} of canvas ${canvasId} has vanished`);
  return version.changes as StoredChanges;
}

/** The error for a version that doesn't exist: it never did, or it was joined into a later one. */
export async function missingVersionError(
  sql: Sql,
  canvasId: string,
  number: number,
): Promise<ExpectedError> {
  const holder = number < 1 ? undefined : await findHoldingVersion(sql, { canvasId, number });
  if (holder === undefined) return new NotFoundError('version');
  return new CanvasConflictError(
    canvasId,
    `Version ${number} was joined with later edits into version ${holder.number}. ` +
      `Undo or restore version ${holder.number}, or restore version ${holder.previous}, which is the state before them.`,
  );
}
