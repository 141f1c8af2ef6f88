import type { CanvasObject } from '../../../database/generated/prisma/client.ts';

/** A row of `canvas_object`. References are columns, so that the database rejects dangling ones. */
export type ObjectRow = Omit<CanvasObject, 'data'> & { data: object };

/** The columns of an `ObjectRow`, of a table with the alias `object`. */
export const objectColumns = `object.id, object.canvas_id, object.kind, object.z_index, object.parent_id,
  object.from_id, object.to_id, object.data, object.created_by_job_id`;

/** What is written of an object. */
export type ObjectRecord = Omit<ObjectRow, 'canvasId' | 'createdByJobId'>;

/** `:objects`, a JSON array of `ObjectRecord`, as rows of `record`. */
export const objectRecords = `jsonb_to_recordset(:objects::jsonb) AS record (
  id uuid, kind object_kind, "zIndex" int, "parentId" uuid, "fromId" uuid, "toId" uuid, data jsonb)`;
