import type { Sql } from '../database/connection.ts';
import type { VersionKind } from '../database/generated/prisma/enums.ts';
import { type StoredDiff, storedDiff } from './changes.ts';
import { readObjects, type StoredObject } from './objectRows.ts';

/**
 * The objects of a canvas in one of its versions, in drawing order: those of the newest one, with all later
 * changes taken back. 0 is the empty canvas before the first.
 */
export async function readObjectsAt(sql: Sql, canvasId: string, number: number): Promise<StoredObject[]> {
  const { rows } = await sql.query<{ diff: unknown }>(
    'SELECT diff FROM canvas_version WHERE canvas_id = $1 AND number > $2 ORDER BY number DESC',
    [canvasId, number],
  );
  const objects = new Map((await readObjects(sql, canvasId)).map((stored) => [stored.object.id, stored]));
  for (const { diff } of rows) takeBack(objects, storedDiff.parse(diff), canvasId);
  return [...objects.values()].toSorted(
    ({ object: a }, { object: b }) => a.zIndex - b.zIndex || (a.id < b.id ? -1 : 1),
  );
}

function takeBack(objects: Map<string, StoredObject>, diff: StoredDiff, canvasId: string): void {
  for (const { id } of diff.added) objects.delete(id);
  for (const { before } of diff.updated) {
    const stored = objects.get(before.id);
    if (stored !== undefined) objects.set(before.id, { ...stored, object: before });
  }
  for (const object of diff.deleted) {
    objects.set(object.id, { object, canvasId, createdByJobId: diff.creators[object.id] ?? null });
  }
}

/** What a version changed; null when there is no such version. */
export async function readDiff(sql: Sql, canvasId: string, number: number): Promise<StoredDiff | null> {
  const { rows } = await sql.query<{ diff: unknown }>(
    'SELECT diff FROM canvas_version WHERE canvas_id = $1 AND number = $2',
    [canvasId, number],
  );
  return rows[0] === undefined ? null : storedDiff.parse(rows[0].diff);
}

/**
 * The version that took this one back: an undo that stands itself, or a return to a state before it. Null when what it
 * changed stands.
 */
export async function undoneBy(sql: Sql, canvasId: string, number: number): Promise<number | null> {
  const { rows } = await sql.query<Succession>(
    `SELECT number, kind, source_number AS source FROM canvas_version
     WHERE canvas_id = $1 AND number >= $2 ORDER BY number`,
    [canvasId, number],
  );
  return whoUndid(rows, number);
}

type Succession = { number: number; kind: VersionKind; source: number | null };

/** Goes back from the newest version to this one, past what a return to an earlier state has made void. */
function whoUndid(versions: readonly Succession[], number: number): number | null {
  const undone = new Set<number>();
  for (let at = versions.length - 1; at > 0; ) {
    const { number: here, kind, source } = versions[at] ?? { number, kind: 'JOB', source: null };
    if (kind === 'RESTORE' && source !== null && !undone.has(here)) {
      if (source < number) return here;
      at = source - number;
      continue;
    }
    if (kind === 'UNDO' && source !== null && !undone.has(here)) {
      if (source === number) return here;
      undone.add(source);
    }
    at -= 1;
  }
  return null;
}
