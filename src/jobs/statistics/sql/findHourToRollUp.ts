import { statement } from '../../../database/statement.ts';

/** The oldest whole hour that ended at least ten minutes ago and is not rolled up. */
export const findHourToRollUp = statement.optionalRow<{ hour: Date }>(`
  SELECT hour FROM (
    SELECT date_trunc('hour', min(at), 'UTC') AS hour FROM job_fact
    WHERE at >= COALESCE((SELECT max(hour) + interval '1 hour' FROM job_fact_hour), '-infinity')
  ) AS oldest
  WHERE hour <= now() - interval '70 minutes'`);
