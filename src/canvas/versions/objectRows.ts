import type { Sql } from '../../database/connection.ts';
import { type CanvasObject, canvasObject } from '../model/object.ts';

/** A row of `canvas_object`. References are columns, so that the database rejects dangling ones. */
export type ObjectRow = {
  id: string;
  kind: CanvasObject['kind'];
  z_index: number;
  parent_id: string | null;
  from_id: string | null;
  to_id: string | null;
  data: object;
};

/** An object on a canvas, with the job that created it. */
export type StoredObject = { object: CanvasObject; canvasId: string; createdByJobId: string | null };

const columns = 'id, kind, z_index, parent_id, from_id, to_id, data, canvas_id, created_by_job_id';

type StoredRow = ObjectRow & { canvas_id: string; created_by_job_id: string | null };

/** All objects of a canvas in its newest version, in drawing order. */
export async function readObjects(sql: Sql, canvasId: string): Promise<StoredObject[]> {
  const { rows } = await sql.query<StoredRow>(
    `SELECT ${columns} FROM canvas_object WHERE canvas_id = $1 ORDER BY z_index, id`,
    [canvasId],
  );
  return rows.map(stored);
}

/** A canvas at one moment. */
export type CanvasState = { version: number; objects: CanvasObject[] };

/** Reads the version and the objects of a canvas in one statement, so that they belong together. */
export async function readCanvasState(sql: Sql, canvasId: string): Promise<CanvasState> {
  const { rows } = await sql.query<StoredRow & { version: number }>(
    `SELECT canvas.version, ${columns.replace('id, kind', 'object.id, kind')}
     FROM canvas LEFT JOIN canvas_object object ON canvas_id = canvas.id
     WHERE canvas.id = $1 ORDER BY z_index, object.id`,
    [canvasId],
  );
  const present = rows.filter(({ id }) => id !== null);
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
  const { rows } = await sql.query<StoredRow>(
    `SELECT ${columns} FROM canvas_object WHERE id = $1 AND ($2::uuid IS NULL OR EXISTS (
       SELECT 1 FROM canvas WHERE canvas.id = canvas_id AND owner_id = $2))`,
    [id, ownerId ?? null],
  );
  return rows[0] === undefined ? null : stored(rows[0]);
}

/** Objects by their ids, on any canvas; those that don't exist are left out. */
export async function findObjects(sql: Sql, ids: readonly string[]): Promise<Map<string, StoredObject>> {
  const { rows } = await sql.query<StoredRow>(
    `SELECT ${columns} FROM canvas_object WHERE id = ANY($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, stored(row)]));
}

/** @throws ZodError when the row is not of the object's shape. */
function stored(row: StoredRow): StoredObject {
  const { id, kind, z_index, parent_id, from_id, to_id, data } = row;
  const references = kind === 'CONNECTOR' ? { fromId: from_id, toId: to_id } : { parentId: parent_id };
  const object = canvasObject.parse({ ...data, ...references, id, kind, zIndex: z_index });
  return { object, canvasId: row.canvas_id, createdByJobId: row.created_by_job_id };
}

/** The row that an object is stored as. */
export function rowOf(object: CanvasObject): ObjectRow {
  if (object.kind === 'CONNECTOR') {
    const { id, kind, zIndex, fromId, toId, ...data } = object;
    return { id, kind, z_index: zIndex, parent_id: null, from_id: fromId, to_id: toId, data };
  }
  const { id, kind, zIndex, parentId, ...data } = object;
  return { id, kind, z_index: zIndex, parent_id: parentId, from_id: null, to_id: null, data };
}
