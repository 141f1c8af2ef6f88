import { statement } from '../../../database/statement.ts';
import { addedUp, type PeriodHours } from './facts.ts';

type Period = { periodHours: PeriodHours; start: Date };

const hoursInPeriod = "hour >= :start AND hour < :start::timestamptz + :periodHours * interval '1 hour'";

export const rollUpPeriodSums = statement.count<Period>(`
  INSERT INTO job_fact_period
  SELECT :periodHours::smallint, :start::timestamptz, status, type, planner, error_code, ${addedUp}
  FROM job_fact_hour WHERE ${hoursInPeriod} GROUP BY status, type, planner, error_code`);

export const rollUpPeriodDurations = statement.count<Period>(`
  INSERT INTO job_duration_period
  SELECT :periodHours::smallint, :start::timestamptz, measure, bin, sum(jobs)::int
  FROM job_duration_hour WHERE ${hoursInPeriod} GROUP BY measure, bin`);
