import { statement } from '../../database/statement.ts';

/** Whether there is a result, however old. */
export const hasCachedResult = statement.any<{ key: string }>('SELECT 1 FROM result_cache WHERE key = :key');
