import { statement } from '../../../database/statement.ts';

/** Those of the numbers that versions have. */
export const findVersionNumbers = statement.values<number, { canvasId: string; numbers: readonly number[] }>(
  'SELECT number FROM canvas_version WHERE canvas_id = :canvasId AND number = ANY(:numbers::int[])',
);
