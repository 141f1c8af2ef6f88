import type { Sql } from '../../database/statement.ts';
import { notifyCanvasChange } from '../../events/listener/notifyChanges.ts';
import { type ChangeSet, isEmpty } from '../model/changes/changeSet.ts';
import { type Conflict, describeConflicts } from '../model/changes/conflict.ts';
import { type RebaseRules, rebase } from '../model/changes/rebase.ts';
import type { CanvasObject } from '../model/object.ts';
import { lockCanvas } from './lockCanvas.ts';
import { readObjects, recordOf, type StoredObject } from './objectRows.ts';
import { addWarnings } from './sql/addWarnings.ts';
import { deleteObjects } from './sql/deleteObjects.ts';
import { insertObjects } from './sql/insertObjects.ts';
import { insertVersion } from './sql/insertVersion.ts';
import { updateObjects } from './sql/updateObjects.ts';
import { updateVersionNumber } from './sql/updateVersionNumber.ts';

/** A change set that becomes a new version of a canvas. */
export type NewVersion = {
  canvasId: string;
  author:
    | { kind: 'JOB'; jobId: string }
    | { kind: 'EDIT' | 'COPY'; userId: string }
    /** `jobId`: the job that was asked to undo it. */
    | { kind: 'UNDO'; userId: string; sourceNumber: number; jobId?: string }
    | { kind: 'RESTORE'; userId: string; sourceNumber: number };
  /** Title for a canvas that its owner has not named: used for the first version, and that of the job that created the canvas. */
  title?: string;
  changes: ChangeSet;
  /** `exact`: the change set was made for the current version, and is not rebased. */
  rules?: RebaseRules | 'exact';
  /** The jobs that created the added objects, where these are restored. */
  creators?: Readonly<Record<string, string>>;
};

/** `number` is null if nothing was left to change, so that there is no new version. */
export type Committed = { number: number | null; changes: ChangeSet; conflicts: Conflict[] };

/**
 * Rebases a change set onto the newest version and commits it, in the caller's transaction, as a new version. A job
 * makes a version even if nothing is left to change.
 */
export async function commitVersion(tx: Sql, version: NewVersion): Promise<Committed> {
  const { write, ...committed } = await prepareNext(tx, version, await lockCanvas(tx, version.canvasId));
  await write();
  return committed;
}

/** `write` starts all statements at once, and needs no result of any. */
type Prepared<Version> = Version & { write(): Promise<unknown> };

/** @param canvas Locked. */
async function prepareNext(
  tx: Sql,
  version: NewVersion,
  canvas: { version: number },
): Promise<Prepared<Committed>> {
  const { canvasId, author } = version;
  const current = canvas.version === 0 ? [] : await readObjects(tx, canvasId);
  const { changes, conflicts } =
    version.rules === 'exact'
      ? { changes: version.changes, conflicts: [] }
      : rebase(
          current.map(({ object }) => object),
          version.changes,
          version.rules,
        );
  if (isEmpty(changes) && jobOf(author) === null)
    return { number: null, changes, conflicts, write: async () => undefined };
  const number = canvas.version + 1;
  const write = () => {
    notifyCanvasChange(tx, canvasId);
    return Promise.all([
      writeObjects(tx, version, changes),
      writeVersion(tx, version, { number, changes, current }),
      updateVersionNumber(tx, { canvasId, number, title: version.title ?? '', jobId: jobOf(author) }),
    ]);
  };
  return { number, changes, conflicts, write };
}

/** The change set of a job. */
export type JobVersion = {
  canvasId: string;
  jobId: string;
  title: string;
  changes: ChangeSet;
  /** The version that the changes were made for; null: they are rebased onto any version. */
  baseVersion?: number | null;
  /** The version that the job was asked to undo, by whom, and the jobs that created the objects that come back. */
  undone?: { userId: string; number: number; creators: Readonly<Record<string, string>> } | null;
};

/** The canvas has a newer version than the changes were made for. */
export class CanvasChangedError extends Error {
  override readonly name = 'CanvasChangedError';
}

/**
 * Commits the change set of a job, and adds conflicts to the job's warnings.
 * @returns Number of the version.
 * @throws CanvasChangedError
 */
export async function commitJobVersion(tx: Sql, version: JobVersion): Promise<number> {
  const { number, write } = await prepareJobVersion(tx, version, await lockCanvas(tx, version.canvasId));
  await write();
  return number;
}

/**
 * Reads what the version of a job needs. It is committed by `write`, as by `commitJobVersion`.
 * @param canvas Locked.
 * @throws CanvasChangedError
 */
export async function prepareJobVersion(
  tx: Sql,
  { jobId, undone, ...version }: JobVersion,
  canvas: { version: number },
): Promise<Prepared<{ number: number }>> {
  const { baseVersion = null } = version;
  if (baseVersion !== null && canvas.version !== baseVersion) throw new CanvasChangedError();
  const authored = {
    ...version,
    ...(undone ? undoOf(undone, jobId, baseVersion) : { author: { kind: 'JOB', jobId } as const }),
  };
  const { number, conflicts, write } = await prepareNext(tx, authored, canvas);
  if (number === null) throw new Error('a job always makes a version');
  const warnings = describeConflicts(conflicts);
  return {
    number,
    write: () => Promise.all([write(), warnings.length > 0 && addWarnings(tx, { jobId, warnings })]),
  };
}

function undoOf(
  { userId, number, creators }: NonNullable<JobVersion['undone']>,
  jobId: string,
  baseVersion: number | null,
): Pick<NewVersion, 'author' | 'creators' | 'rules'> {
  const author = { kind: 'UNDO', userId, sourceNumber: number, jobId } as const;
  return { author, creators, ...(baseVersion === null ? {} : { rules: 'exact' }) };
}

async function writeObjects(
  tx: Sql,
  { canvasId, author, creators = {} }: NewVersion,
  { added, updated, deleted }: ChangeSet,
): Promise<void> {
  const jsonOf = (objects: CanvasObject[]) => JSON.stringify(objects.map(recordOf));
  await Promise.all([
    deleted.length > 0 && deleteObjects(tx, { canvasId, ids: deleted.map(({ id }) => id) }),
    updated.length > 0 && updateObjects(tx, { canvasId, objects: jsonOf(updated.map(({ after }) => after)) }),
    added.length > 0 &&
      insertObjects(tx, {
        canvasId,
        objects: jsonOf(added),
        jobId: author.kind === 'JOB' ? author.jobId : null,
        creators: JSON.stringify(creators),
      }),
  ]);
}

type Written = { number: number; changes: ChangeSet; current: StoredObject[] };

async function writeVersion(tx: Sql, { canvasId, author }: NewVersion, written: Written): Promise<void> {
  const { number, changes, current } = written;
  const { added, updated, deleted } = changes;
  await insertVersion(tx, {
    canvasId,
    number,
    kind: author.kind,
    jobId: jobOf(author),
    authorId: author.kind === 'JOB' ? null : author.userId,
    sourceNumber: 'sourceNumber' in author ? author.sourceNumber : null,
    changes: JSON.stringify({ ...changes, creators: creatorsOf(current, changes) }),
    addedCount: added.length,
    updatedCount: updated.length,
    deletedCount: deleted.length,
    objectCount: current.length + added.length - deleted.length,
  });
}

const jobOf = (author: NewVersion['author']) => ('jobId' in author ? (author.jobId ?? null) : null);

/** The jobs that created the deleted objects, in case these are restored. */
function creatorsOf(current: readonly StoredObject[], { deleted }: ChangeSet): Record<string, string> {
  const jobs = new Map(current.map(({ object, createdByJobId }) => [object.id, createdByJobId]));
  return Object.fromEntries(
    deleted.flatMap(({ id }) => {
      const jobId = jobs.get(id) ?? null;
      return jobId === null ? [] : [[id, jobId]];
    }),
  );
}
