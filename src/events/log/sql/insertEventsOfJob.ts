/**
 * Inserts a JSON array of events into the log of the job in the CTE `job`, which has added their number to the job's
 * `last_seq`. That locks the job's row, so sequences are ordered and gapless.
 * @param events SQL of the array, which may depend on the job.
 */
export function insertEvents(events: string): string {
  return `
    INSERT INTO job_event (job_id, seq, type, attempt, payload, at)
    SELECT job.id, job.last_seq - jsonb_array_length(${events}) + t.ordinality,
           (t.event ->> 'type')::job_event_type, job.attempt, t.event -> 'payload', clock_timestamp()
    FROM job, jsonb_array_elements(${events}) WITH ORDINALITY AS t (event, ordinality)`;
}

/** Inserts `:events`. */
export const insertEventsOfJob = insertEvents(':events::jsonb');
