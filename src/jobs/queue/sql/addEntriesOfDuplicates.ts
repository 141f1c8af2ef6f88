import { statement } from '../../../database/statement.ts';
import { addEntriesOfWaiting } from './addEntriesOfWaiting.ts';

/** Adds entries for the waiting duplicates of a finished leader; at most `limit`, null: for all of them. */
export const addEntriesOfDuplicates = statement.count<{
  task: string;
  keyPrefix: string;
  leaderId: string;
  limit: number | null;
}>(`
  ${addEntriesOfWaiting(`
    job.finished_at IS NULL
    AND job.cache_key = (SELECT cache_key FROM canvas_job WHERE id = :leaderId AND is_leader)`)}
  LIMIT :limit::int`);
