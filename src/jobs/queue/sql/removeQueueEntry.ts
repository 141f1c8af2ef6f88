import { statement } from '../../../database/statement.ts';

export const removeQueueEntry = statement.count<{ key: string }>('SELECT graphile_worker.remove_job(:key)');
