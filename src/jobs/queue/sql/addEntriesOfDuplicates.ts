import { statement } from '../../../database/statement.ts';
import { addEntriesOfWaiting } from './addEntriesOfWaiting.ts';

export const addEntriesOfDuplicates = statement.count<{ task: string; keyPrefix: string; cacheKey: string }>(
  addEntriesOfWaiting(`
    cache_key = :cacheKey AND finished_at IS NULL AND (next_attempt_at IS NULL OR next_attempt_at <= now())`),
);
