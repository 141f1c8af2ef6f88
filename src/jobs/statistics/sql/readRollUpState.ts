import { statement } from '../../../database/statement.ts';
import type { PeriodHours } from './facts.ts';

/** The database's clock, the newest hour that is rolled up, and the beginning of the newest such period. */
export const readRollUpState = statement.row<
  { now: Date; hour: Date | null; period: Date | null },
  { periodHours: PeriodHours | 0 }
>(`
  SELECT date_trunc('milliseconds', now()) AS now, (SELECT max(hour) FROM job_fact_hour) AS hour,
         (SELECT max(start) FROM job_fact_period WHERE hours = :periodHours) AS period`);
