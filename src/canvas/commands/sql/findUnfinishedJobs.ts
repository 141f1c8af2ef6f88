import { statement } from '../../../database/statement.ts';

type CanvasOfOwner = { canvasId: string; ownerId: string };

const unfinishedJobs =
  'SELECT id FROM canvas_job WHERE canvas_id = :canvasId AND owner_id = :ownerId AND finished_at IS NULL';

export const findUnfinishedJobs = statement.values<string, CanvasOfOwner>(unfinishedJobs);

/** Locks them in a fixed order, so that two transactions can't wait for each other. */
export const lockUnfinishedJobs = statement.values<string, CanvasOfOwner>(
  `${unfinishedJobs} ORDER BY id FOR NO KEY UPDATE`,
);
