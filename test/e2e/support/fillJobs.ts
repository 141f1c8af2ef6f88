import type pg from 'pg';
import { insertPastJob, insertUser } from '../../support/database/pastJobs.ts';

/** Finished jobs of the demo user, one a minute, before the first visit. Every 25th failed. */
export async function fillJobs(pool: pg.Pool, count: number): Promise<void> {
  const owner = await insertUser(pool, 'demo');
  for (let number = 1; number <= count; number += 1) {
    const began = count - number + 2;
    const hasFailed = number % 25 === 0;
    await insertPastJob(pool, {
      owner,
      instruction: `Flow number ${number} of the big list`,
      created: began,
      attempts: [{ began, ended: began - 1, outcome: hasFailed ? 'FAILED' : 'SUCCEEDED' }],
      end: hasFailed
        ? {
            at: began - 1,
            status: 'FAILED',
            code: number % 50 === 0 ? 'PROVIDER_RATE_LIMITED' : 'OUTPUT_EMPTY',
          }
        : { at: began - 1, status: 'COMPLETED' },
    });
  }
}
