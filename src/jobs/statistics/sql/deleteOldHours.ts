import { statement } from '../../../database/statement.ts';

/** Gives the number of deleted rows. */
export const deleteOldHours = statement.value<number, { days: number }>(`
  WITH sums AS (DELETE FROM job_fact_hour WHERE hour < now() - :days * interval '1 day' RETURNING 1),
       durations AS (DELETE FROM job_duration_hour WHERE hour < now() - :days * interval '1 day' RETURNING 1),
       period_sums AS (
         DELETE FROM job_fact_period WHERE start < now() - :days * interval '1 day' RETURNING 1),
       period_durations AS (
         DELETE FROM job_duration_period WHERE start < now() - :days * interval '1 day' RETURNING 1),
       depths AS (DELETE FROM queue_depth_sample WHERE at < now() - :days * interval '1 day' RETURNING 1)
  SELECT (SELECT count(*) FROM sums)::int + (SELECT count(*) FROM durations)::int
         + (SELECT count(*) FROM period_sums)::int + (SELECT count(*) FROM period_durations)::int
         + (SELECT count(*) FROM depths)::int`);
