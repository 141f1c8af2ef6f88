import { statement } from '../../../database/statement.ts';

/**
 * Schedules the clean-up in `delayMs` milliseconds; null: at 17 minutes past the hour, since many other timers fire on
 * the hour. The job key keeps one entry at most: `mode` decides whether its time changes. A failed clean-up is not
 * retried: the next one is due within the hour.
 */
export const addCleanUpEntry = statement.row<
  { runAt: Date },
  { task: string; mode: 'replace' | 'preserve_run_at'; delayMs: number | null }
>(`
  SELECT run_at FROM graphile_worker.add_job(:task, job_key := :task, job_key_mode := :mode, max_attempts := 1,
    run_at := COALESCE(now() + :delayMs * interval '1 millisecond',
                       date_trunc('hour', now() - interval '17 minutes') + interval '77 minutes'))`);
