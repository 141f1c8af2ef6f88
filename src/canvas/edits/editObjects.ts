import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { Sql } from '../../database/statement.ts';
import { inTransaction } from '../../database/transaction.ts';
import { type FieldProblem, IdempotencyConflictError, InputValidationError } from '../../errors.ts';
import { line } from '../../validation/line.ts';
import { problemsOf } from '../../validation/problemsOf.ts';
import type { Conflict } from '../model/changes/conflict.ts';
import type { CanvasObject } from '../model/object.ts';
import { type Committed, commitVersion } from '../versions/commitVersion.ts';
import { type LockedCanvas, lockOwnCanvas } from '../versions/lockCanvas.ts';
import { readObjects } from '../versions/objectRows.ts';
import { findHoldingVersion } from '../versions/sql/findHoldingVersion.ts';
import { readChangeSet, readObjectsAt } from '../versions/versions.ts';
import { applyEdit } from './applyEdit.ts';
import { type CheckedEdit, checkEdit, type Edit, type ReadableEdit, type UncheckedEdit } from './edit.ts';
import { findMismatches } from './findMismatches.ts';
import { findEdit } from './sql/findEdit.ts';
import { findTakenIds } from './sql/findTakenIds.ts';
import { insertEdit } from './sql/insertEdit.ts';

export type EditRequest = {
  canvasId: string;
  ownerId: string;
  /** The version that the editor showed. */
  baseVersion: number;
  edit: UncheckedEdit;
  /** Chosen by the client: an edit with the same key is saved once. */
  idempotencyKey?: string | null;
};

/**
 * `createdIds`: ids of added objects that are on the canvas, also when an earlier edit added them. `replayed`: the edit
 * was saved before under its key, and this is the result of that time.
 */
export type EditResult = Omit<Committed, 'changes'> & { createdIds: string[]; replayed: boolean };

/**
 * Saves an edit of a canvas as one new version, rebased onto the newest one. An edit that changes nothing makes no
 * version. A repeated delivery under the same idempotency key has no effect, also after the edit was undone.
 * @throws InputValidationError, NotFoundError, CanvasConflictError, IdempotencyConflictError
 */
export async function editObjects(pool: pg.Pool, request: EditRequest): Promise<EditResult> {
  const { canvasId, ownerId } = request;
  const checked = checkEdit(request.edit);
  const key = idempotencyKey.safeParse(request.idempotencyKey ?? null);
  checked.problems.push(...problemsOf(key.error).map((one) => ({ ...one, path: ['idempotencyKey'] })));
  return inTransaction(pool, async (tx) => {
    const canvas = await lockOwnCanvas(tx, canvasId, ownerId);
    const delivery =
      checked.edit && key.data
        ? { canvasId, idempotencyKey: key.data, inputHash: hashEdit(checked.edit) }
        : null;
    const earlier = delivery && (await findEarlierResult(tx, delivery));
    if (earlier) return earlier;
    const result = await saveEdit(tx, canvas, request.baseVersion, checked);
    if (delivery) {
      await insertEdit(tx, { ...delivery, ...result, conflicts: JSON.stringify(result.conflicts) });
    }
    return result;
  });
}

const idempotencyKey = line('The key', 200).nullable();

type Delivery = { canvasId: string; idempotencyKey: string; inputHash: string };

/** Identifies the edit, whatever version it is based on: a client that sends it again may have seen newer ones. */
function hashEdit(edit: Edit): string {
  return createHash('sha256').update(JSON.stringify(edit)).digest('hex');
}

async function findEarlierResult(tx: Sql, delivery: Delivery): Promise<EditResult | null> {
  const earlier = await findEdit(tx, delivery);
  if (earlier === undefined) return null;
  const { inputHash, ...result } = earlier;
  if (inputHash !== delivery.inputHash) throw new IdempotencyConflictError();
  return { ...result, replayed: true };
}

async function saveEdit(
  tx: Sql,
  { id: canvasId, ownerId, version }: LockedCanvas,
  baseVersion: number,
  { edit, readable, problems }: CheckedEdit,
): Promise<EditResult> {
  const now = (await readObjects(tx, canvasId)).map(({ object }) => object);
  const isVersion = baseVersion >= 0 && baseVersion <= version;
  const shown = !isVersion || baseVersion === version ? now : await readShown(tx, canvasId, baseVersion);
  const found = [
    ...problems,
    ...(isVersion ? [] : [noSuchVersion(baseVersion, version)]),
    ...(await takenIds(tx, canvasId, readable)),
    ...findMismatches(readable, [...now, ...shown]),
  ];
  if (edit === null || found.length > 0) throw new InputValidationError(found);
  const { changes, gone } = await applyEdit(edit, shown, now);
  const author = { kind: 'EDIT', userId: ownerId } as const;
  const { number, conflicts } = await commitVersion(tx, { canvasId, author, changes });
  const missing = gone.map((objectId): Conflict => ({ objectId, reason: 'GONE', aspects: [] }));
  return {
    number,
    conflicts: [...conflicts, ...missing],
    createdIds: createdIds(edit, conflicts),
    replayed: false,
  };
}

const noSuchVersion = (baseVersion: number, newest: number): FieldProblem => ({
  path: ['baseVersionNumber'],
  message: `There is no version ${baseVersion}: the newest one is ${newest}.`,
  code: 'NOT_FOUND',
});

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
