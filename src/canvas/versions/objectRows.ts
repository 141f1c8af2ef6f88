import type { Sql } from '../../database/statement.ts';
import { type CanvasObject, canvasObject } from '../model/object.ts';
import { findObjectRows } from './sql/findObjectRows.ts';
import { findPlacedObjects } from './sql/findPlacedObjects.ts';
import type { ObjectRecord, ObjectRow } from './sql/objectRow.ts';
import { readCanvasRows } from './sql/readCanvasRows.ts';
import { readObjectRows } from './sql/readObjectRows.ts';

/** An object on a canvas, with the job that created it. */
export type StoredObject = { object: CanvasObject; canvasId: string; createdByJobId: string | null };

/** All objects of a canvas in its newest version, in drawing order. */
export async function readObjects(sql: Sql, canvasId: string): Promise<StoredObject[]> {
  return (await readObjectRows(sql, { canvasId })).map(stored);
}

/** Ids of the frames and shapes that stood where a person had placed them, in a version. */
export type PlacedIds = { readonly version: number; readonly placed: readonly string[] };

/**
 * Ids of the frames and shapes that stand where a person has placed them, and not a job.
 * @param known Those of an earlier version: only what came after it is read.
 */
export async function readPlacedIds(
  sql: Sql,
  canvasId: string,
  known: PlacedIds = { version: 0, placed: [] },
): Promise<string[]> {
  const ids = new Set(known.placed);
  for (const { id, isPlaced } of await findPlacedObjects(sql, { canvasId, after: known.version })) {
    if (isPlaced) ids.add(id);
    else ids.delete(id);
  }
  return [...ids];
}

/** A canvas at one moment. */
export type CanvasState = { version: number; objects: CanvasObject[] };

/** Reads the version and the objects of a canvas in one statement, so that they belong together. */
export async function readCanvasState(sql: Sql, canvasId: string): Promise<CanvasState> {
  const rows = await readCanvasRows(sql, { canvasId });
  const present = rows.filter((row) => row.id !== null);
  return { version: rows[0]?.version ?? 0, objects: present.map((row) => stored(row).object) };
}

/**
 * An object by its id, or null.
 * @param ownerId Whose canvas it has to be on; undefined: anyone's.
 */
export async function findObject(
  sql: Sql,
  id: string,
  ownerId: string | undefined,
): Promise<StoredObject | null> {
  const [row] = await findObjectRows(sql, { ids: [id], ownerId: ownerId ?? null });
  return row === undefined ? null : stored(row);
}

/** Objects by their ids, on any canvas; those that don't exist are left out. */
export async function findObjects(sql: Sql, ids: readonly string[]): Promise<Map<string, StoredObject>> {
  const rows = await findObjectRows(sql, { ids, ownerId: null });
  return new Map(rows.map((row) => [row.id, stored(row)]));
}

/** @throws ZodError when the row is not of the object's shape. */
function stored({ canvasId, createdByJobId, data, fromId, toId, parentId, ...row }: ObjectRow): StoredObject {
  const references = row.kind === 'CONNECTOR' ? { fromId, toId } : { parentId };
  const object = canvasObject.parse({ ...data, ...references, ...row });
  return { object, canvasId, createdByJobId };
}

/** What is stored of an object. */
export function recordOf(object: CanvasObject): ObjectRecord {
  if (object.kind === 'CONNECTOR') {
    const { id, kind, zIndex, fromId, toId, ...data } = object;
    return { id, kind, zIndex, parentId: null, fromId, toId, data };
  }
  const { id, kind, zIndex, parentId, ...data } = object;
  return { id, kind, zIndex, parentId, fromId: null, toId: null, data };
}
