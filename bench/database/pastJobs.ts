import type pg from 'pg';
import { rollUpFacts } from '../../src/jobs/statistics/rollUpFacts.ts';

/**
 * Writes a month of jobs of a thousand users, evenly spread, with their attempts and facts: every 20th failed, every
 * 33rd was cancelled, every 10th tried twice. The last hundred wait.
 * @param events Events in the log of each job.
 */
export async function writePastJobs(pool: pg.Pool, count: number, events = 1): Promise<void> {
  const client = await pool.connect();
  try {
    // Rows are written as they are after a month, so triggers and foreign keys are disabled.
    await client.query("SET session_replication_role = 'replica'");
    for (const statement of [usersStatement, jobsStatement, attemptsStatement, factsStatement]) {
      await client.query(statement.replaceAll('$1', String(count)).replaceAll('$2', String(events)));
    }
  } finally {
    client.release(true);
  }
  await rollUpFacts(pool);
  await pool.query('VACUUM (ANALYZE)');
}

/** Id of the user, or of the job, with that number. */
export function pastId(number: number): string {
  return `01900000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
}

/** The worker that ran all attempts. */
export const busyWorker = pastId(7);

const id = (text: string) => `('01900000-0000-7000-8000-' || lpad(to_hex(${text}), 12, '0'))::uuid`;

const usersStatement = `
  INSERT INTO app_user (id, subject, name) SELECT ${id('n')}, n, n FROM generate_series(0, 999) AS n;
  INSERT INTO canvas (id, owner_id, title) SELECT ${id('n')}, ${id('n')}, '' FROM generate_series(0, 999) AS n`;

const jobsStatement = `
  INSERT INTO canvas_job (id, owner_id, canvas_id, type, status, phase, instruction, selection, input_hash, progress,
                          attempt, max_attempts, last_seq, warnings, planner, cache_key, error_code, error_message,
                          error_retryable, created_at, started_at, finished_at)
  SELECT ${id('n')}, ${id('n % 1000')}, ${id('n % 1000')},
         (CASE WHEN n % 3 = 0 THEN 'MODIFY_CANVAS' ELSE 'CREATE_CANVAS' END)::job_type, status,
         (CASE status WHEN 'QUEUED' THEN 'QUEUED' ELSE 'DONE' END)::job_phase,
         'Onboarding flow number ' || n || ': sign up, verify email, choose plan ' || md5(n::text) || '; if payment fails, retry',
         '{}', '', (status = 'COMPLETED')::int, CASE status WHEN 'QUEUED' THEN 0 ELSE 1 + (n % 10 = 0)::int END, 4, $2, '{}',
         CASE WHEN n % 5 = 0 THEN 'sketcher' ELSE 'openai' END, md5(n::text),
         CASE status WHEN 'FAILED' THEN CASE WHEN n % 100000 = 0 THEN 'PLANNER_TIMEOUT' ELSE 'CODE_' || n % 7 END END,
         CASE status WHEN 'FAILED' THEN 'x' END, CASE status WHEN 'FAILED' THEN false END,
         at - interval '20 seconds', CASE status WHEN 'QUEUED' THEN NULL ELSE at - interval '10 seconds' END,
         CASE status WHEN 'QUEUED' THEN NULL ELSE at END
  FROM generate_series(1, $1) AS n,
       LATERAL (SELECT now() - ($1 - n) * (interval '30 days' / $1) AS at,
                       (CASE WHEN n > $1 - 100 THEN 'QUEUED' WHEN n % 20 = 0 THEN 'FAILED'
                             WHEN n % 33 = 0 THEN 'CANCELLED' ELSE 'COMPLETED' END)::job_status AS status) AS job;
  INSERT INTO job_event (job_id, seq, type, attempt, payload, at)
  SELECT id, 1, 'JobQueued', 0, '{"retry": false}', created_at FROM canvas_job;
  INSERT INTO job_event (job_id, seq, type, attempt, payload, at)
  SELECT id, seq, 'JobProgressed', 1, '{"phase": "GENERATING", "progress": 0.5}', created_at
  FROM canvas_job, generate_series(2, $2) AS seq`;

const attemptsStatement = `
  INSERT INTO job_attempt (job_id, number, worker_id, outcome, input_tokens, output_tokens, cost_usd, started_at, finished_at)
  SELECT job.id, number, '${busyWorker}', (CASE WHEN number = attempt THEN 'SUCCEEDED' ELSE 'LOST' END)::attempt_outcome,
         1000, 500, 0.01, started_at, finished_at
  FROM canvas_job job, generate_series(1, attempt) AS number`;

const factsStatement = `
  INSERT INTO job_fact (job_id, seq, at, owner_id, status, type, attempts, retries, input_tokens, output_tokens)
  SELECT id, 1, created_at, owner_id, 'QUEUED', type, 0, 0, 0, 0 FROM canvas_job;
  INSERT INTO job_fact (job_id, seq, at, owner_id, status, type, planner, error_code, cache_hit, attempts, retries,
                        wait_ms, run_ms, input_tokens, output_tokens, cost_usd)
  SELECT id, 2, finished_at, owner_id, status, type, planner, error_code, CASE status WHEN 'COMPLETED' THEN false END,
         attempt, attempt - 1, exp(random() * 10)::int,
         CASE status WHEN 'COMPLETED' THEN 1000 + exp(random() * 11)::int END, 1000 * attempt, 500 * attempt, 0.01 * attempt
  FROM canvas_job WHERE finished_at IS NOT NULL`;
