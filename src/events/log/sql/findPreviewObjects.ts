import { statement } from '../../../database/statement.ts';

/** An attempt, and the last event of it that counts. */
export type PreviewPosition = { jobId: string; attempt: number; seq: number };

/** Objects of a preview by their ids, each as the latest event has it, unchecked. Other ids are left out. */
export const findPreviewObjects = statement.values<unknown, PreviewPosition & { ids: readonly string[] }>(`
  SELECT DISTINCT ON (object ->> 'id') object
  FROM job_event, jsonb_array_elements(payload -> 'objects') AS object
  WHERE job_id = :jobId AND attempt = :attempt AND seq <= :seq AND type = 'ObjectsGenerated'
    AND object ->> 'id' = ANY(:ids::text[])
  ORDER BY object ->> 'id', seq DESC`);
