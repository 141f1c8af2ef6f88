/**
 * Inserts `:events`, a JSON array, into the log of the job in the CTE `job`, which has added their number to the job's
 * `last_seq`. That locks the job's row, so sequences are ordered and gapless.
 */
export const insertEventsOfJob = `
    INSERT INTO job_event (job_id, seq, type, attempt, payload, at)
    SELECT job.id, job.last_seq - jsonb_array_length(:events::jsonb) + t.ordinality,
           (t.event ->> 'type')::job_event_type, job.attempt, t.event -> 'payload', clock_timestamp()
    FROM job, jsonb_array_elements(:events::jsonb) WITH ORDINALITY AS t (event, ordinality)`;
