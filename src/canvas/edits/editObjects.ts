import type pg from 'pg';
import { inTransaction, type Sql } from '../../database/connection.ts';
import { type FieldProblem, InputValidationError } from '../../errors.ts';
import type { Conflict } from '../model/conflict.ts';
import type { CanvasObject } from '../model/object.ts';
import { type Committed, commitVersion } from '../versions/commitVersion.ts';
import { lockOwnCanvas } from '../versions/lockCanvas.ts';
import { readObjects } from '../versions/objectRows.ts';
import { findHoldingVersion } from '../versions/sql/findHoldingVersion.ts';
import { readChangeSet, readObjectsAt } from '../versions/versions.ts';
import { applyEdit } from './applyEdit.ts';
import { checkEdit, type Edit, type ReadableEdit, type UncheckedEdit } from './edit.ts';
import { findMismatches } from './findMismatches.ts';
import { findTakenIds } from './sql/findTakenIds.ts';

export type EditRequest = {
  canvasId: string;
  ownerId: string;
  /** The version that the editor showed. */
  baseVersion: number;
  edit: UncheckedEdit;
};

/** `createdIds`: ids of added objects that are on the canvas, also when an earlier delivery of the edit added them. */
export type EditResult = Committed & { createdIds: string[] };

/**
 * Saves an edit of a canvas as one new version, rebased onto the newest one. An edit that changes nothing makes no
 * version, so a second delivery of the same edit has no effect.
 * @throws InputValidationError, NotFoundError, CanvasConflictError
 */
export async function editObjects(pool: pg.Pool, request: EditRequest): Promise<EditResult> {
  const { canvasId, ownerId, baseVersion } = request;
  const { edit, readable, problems } = checkEdit(request.edit);
  return inTransaction(pool, async (tx) => {
    const { version } = await lockOwnCanvas(tx, canvasId, ownerId);
    const now = (await readObjects(tx, canvasId)).map(({ object }) => object);
    const isVersion = baseVersion >= 0 && baseVersion <= version;
    const shown = !isVersion || baseVersion === version ? now : await readShown(tx, canvasId, baseVersion);
    if (!isVersion) {
      const message = `There is no version ${baseVersion}: the newest one is ${version}.`;
      problems.push({ path: ['baseVersionNumber'], message, code: 'NOT_FOUND' });
    }
    problems.push(
      ...(await takenIds(tx, canvasId, readable)),
      ...findMismatches(readable, [...now, ...shown]),
    );
    if (edit === null || problems.length > 0) throw new InputValidationError(problems);
    const { changes, gone } = applyEdit(edit, shown, now);
    const committed = await commitVersion(tx, {
      canvasId,
      author: { kind: 'EDIT', userId: ownerId },
      changes,
    });
    const missing = gone.map((objectId): Conflict => ({ objectId, reason: 'GONE', aspects: [] }));
    return {
      ...committed,
      conflicts: [...committed.conflicts, ...missing],
      createdIds: createdIds(edit, committed.conflicts),
    };
  });
}

function createdIds({ add }: Edit, conflicts: readonly Conflict[]): string[] {
  // With any other conflict the object is on the canvas in another state.
  const left = new Set(
    conflicts.flatMap(({ objectId, reason }) =>
      reason === 'ENDS_GONE' || reason === 'LIMIT' ? [objectId] : [],
    ),
  );
  return add.flatMap(({ id }) => (left.has(id) ? [] : [id]));
}

/**
 * The objects that an editor showed. If its version was joined into a later one, these are the objects before the
 * joined edits, and those that they added: whatever the edits updated then counts as changed since.
 */
async function readShown(tx: Sql, canvasId: string, baseVersion: number): Promise<CanvasObject[]> {
  const shown = (await readObjectsAt(tx, canvasId, baseVersion)).map(({ object }) => object);
  const holder =
    baseVersion === 0 ? undefined : await findHoldingVersion(tx, { canvasId, number: baseVersion });
  if (holder === undefined || holder.number === baseVersion) return shown;
  const ids = new Set(shown.map(({ id }) => id));
  const joined = await readChangeSet(tx, canvasId, holder.number);
  return [...shown, ...(joined?.added ?? []).filter(({ id }) => !ids.has(id))];
}

/** Ids of objects are unique among all canvases: an id that another canvas uses is a mistake of the client. */
async function takenIds(tx: Sql, canvasId: string, { add }: ReadableEdit): Promise<FieldProblem[]> {
  const ids = add.map((object) => object?.id ?? null);
  const taken = await findTakenIds(tx, { canvasId, ids });
  return taken.map((id) => ({
    path: ['add', String(ids.indexOf(id)), 'id'],
    message: 'This id is taken. Choose a new one at random for every new object.',
    code: 'ID_TAKEN',
  }));
}
