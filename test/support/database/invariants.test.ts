import { expect } from 'vitest';
import { create, createUser, endAttempt, start, workerIds } from '../lifecycle/lifecycle.ts';
import { test } from '../setup/database.ts';
import { findViolations } from './invariants.ts';

/** What a defect could leave behind, as a statement, and what it should be called. */
const damages: [statement: string, sentence: RegExp][] = [
  ['DELETE FROM job_event WHERE seq = 2', /has gaps/],
  ["UPDATE job_event SET type = 'JobFailed' WHERE seq = 2", /follows a terminal event/],
  ["UPDATE job_event SET type = 'JobFailed' WHERE type = 'JobCompleted'", /does not tell the state/],
  ['UPDATE job_attempt SET outcome = NULL, finished_at = NULL', /an open one/],
  ['DELETE FROM canvas_version', /exactly one version/],
  ['UPDATE canvas SET version = version + 1', /do not count up/],
  ["DELETE FROM job_fact WHERE status = 'COMPLETED'", /miss an acceptance or an end/],
  [
    "UPDATE job_fact SET attempts = 0, wait_ms = NULL WHERE status = 'COMPLETED'",
    /miss an acceptance or an end/,
  ],
  [
    "UPDATE canvas_job SET status = 'QUEUED', phase = 'QUEUED', progress = 0, object_count = 0, finished_at = NULL",
    /has no wake-up/,
  ],
];

for (const [statement, sentence] of damages) {
  test(`finds what this does: ${statement}`, async ({ database }) => {
    const pool = database.pool();
    const jobId = await create(pool, await createUser(pool), null);
    await start(pool, workerIds[0] ?? '');
    await endAttempt(pool, 'complete', { jobId, number: 1 }, { delayMs: 0, keep: false });
    // A worker takes the wake-up away when it has run the job.
    await pool.query('DELETE FROM graphile_worker._private_jobs');
    expect(await findViolations(pool)).toEqual([]);
    await pool.query(statement);
    expect((await findViolations(pool)).join('\n')).toMatch(sentence);
  });
}
