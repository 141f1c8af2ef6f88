import { statement } from '../../../src/database/statement.ts';

/** Those of the canvases on which nothing was ever drawn, locked against new jobs. */
export const lockUndrawnCanvases = statement.values<string, { canvasIds: string[] }>(
  'SELECT id FROM canvas WHERE id = ANY(:canvasIds::uuid[]) AND version = 0 FOR UPDATE SKIP LOCKED',
);
