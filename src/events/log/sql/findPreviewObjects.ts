import { statement } from '../../../database/statement.ts';

/** An attempt, and the last event of it that counts. */
export type PreviewPosition = { jobId: string; attempt: number; seq: number };

/** An object of a preview, unchecked. `isUpdated`: it was on the canvas before the job. */
export type PreviewObjectRow = { object: unknown; isUpdated: boolean };

/** Objects of a preview by their ids, each as the latest event has it. Other ids are left out. */
export const findPreviewObjects = statement.rows<
  PreviewObjectRow,
  PreviewPosition & { ids: readonly string[] }
>(`
  SELECT DISTINCT ON (object ->> 'id') object, list = 'updatedObjects' AS is_updated
  FROM job_event, (VALUES ('objects'), ('updatedObjects')) AS lists (list),
    jsonb_array_elements(coalesce(payload -> list, '[]')) AS object
  WHERE job_id = :jobId AND attempt = :attempt AND seq <= :seq AND type = 'ObjectsGenerated'
    AND object ->> 'id' = ANY(:ids::text[])
  ORDER BY object ->> 'id', seq DESC`);
