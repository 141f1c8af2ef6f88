import { statement } from '../../../database/statement.ts';

/** The database's clock, and the newest hour that is rolled up. */
export const readRollUpState = statement.row<{ now: Date; rolledUp: Date | null }>(`
  SELECT date_trunc('milliseconds', now()) AS now, (SELECT max(hour) FROM job_fact_hour) AS rolled_up`);
