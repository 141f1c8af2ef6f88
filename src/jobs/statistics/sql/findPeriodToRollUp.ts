import { statement } from '../../../database/statement.ts';
import { type PeriodHours, startOf } from './facts.ts';

const length = ":periodHours * interval '1 hour'";

/** The oldest period of this length whose hours are all rolled up and that is not rolled up itself. */
export const findPeriodToRollUp = statement.optionalRow<{ start: Date }, { periodHours: PeriodHours }>(`
  SELECT start FROM (
    SELECT ${startOf(length, 'min(hour)')} AS start FROM job_fact_hour
    WHERE hour >= COALESCE(
      (SELECT max(start) + ${length} FROM job_fact_period WHERE hours = :periodHours), '-infinity')
  ) AS oldest
  WHERE start + ${length} <= (SELECT max(hour) + interval '1 hour' FROM job_fact_hour)`);
