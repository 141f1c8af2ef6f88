import type { VersionKind } from '../../../database/generated/prisma/enums.ts';
import { statement } from '../../../database/statement.ts';

/** A frame or a shape in a change set, as it is stored. */
export type StoredBox = { id: string; title?: string; text?: string };

export type RecentVersion = {
  kind: VersionKind;
  /** Of the job that made it, unless that has been cleaned up. */
  instruction: string | null;
  added: StoredBox[];
  updated: { before: StoredBox; after: StoredBox }[];
  deleted: StoredBox[];
};

/** The newest versions of a canvas, newest first, with the boxes among the first 200 objects of each part. */
export const readRecentVersions = statement.rows<RecentVersion, { canvasId: string; limit: number }>(`
  SELECT version.kind, job.instruction,
         jsonb_path_query_array(diff, '$.added[0 to 199] ? (@.kind != "CONNECTOR")') AS added,
         jsonb_path_query_array(diff, '$.updated[0 to 199] ? (@.after.kind != "CONNECTOR")') AS updated,
         jsonb_path_query_array(diff, '$.deleted[0 to 199] ? (@.kind != "CONNECTOR")') AS deleted
  FROM canvas_version AS version LEFT JOIN canvas_job AS job ON job.id = version.job_id
  WHERE version.canvas_id = :canvasId ORDER BY version.number DESC LIMIT :limit`);
