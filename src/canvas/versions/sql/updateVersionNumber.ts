import { statement } from '../../../database/statement.ts';

/**
 * Records the newest version of a canvas. A canvas that its owner has not named takes the title, unless that is empty,
 * with its first version and with that of the job that created it.
 */
export const updateVersionNumber = statement.count<{
  canvasId: string;
  number: number;
  title: string;
  jobId: string | null;
}>(`
  UPDATE canvas SET version = :number, updated_at = now(),
    title = CASE WHEN renamed_at IS NULL AND :title <> '' AND (version = 0
        OR EXISTS (SELECT FROM canvas_job WHERE id = :jobId AND type = 'CREATE_CANVAS')) THEN :title ELSE title END
  WHERE id = :canvasId`);
