import { statement } from '../../../database/statement.ts';

/** The version with this number, or the one that it was joined into, with the number before it. */
export const findHoldingVersion = statement.optionalRow<
  { number: number; previous: number },
  { canvasId: string; number: number }
>(`
  SELECT number, COALESCE(previous_number, 0) AS previous FROM canvas_version
  WHERE canvas_id = :canvasId AND number >= :number ORDER BY number LIMIT 1`);
