import { v7 as uuid } from 'uuid';
import { readConfig } from '../../src/config.ts';
import { connect } from '../../src/database/connection.ts';
import { appendAttemptEvents } from '../../src/events/log/appendEvents.ts';
import type { NewJobEvent } from '../../src/events/log/jobEvent.ts';
import { startNextAttempt } from '../../src/jobs/attempts/startNextAttempt.ts';
import type { Job } from '../../src/jobs/job.ts';
import { createLogger } from '../../src/log.ts';
import { waitUntil } from '../figures/times.ts';

/**
 * Starts attempts at jobs that wait, and appends events to their logs at a fixed rate, one with each statement. Prints
 * how many a second it was.
 */
const [url = '', ...numbers] = process.argv.slice(2);
const [jobs = 0, rate = 0, eventsPerJob = 0] = numbers.map(Number);
const config = readConfig({});
const { pool, close } = connect(url, config.DATABASE_POOL_SIZE, createLogger('worker', 'warn'));
const starter = { workerId: uuid(), planner: 'sketcher', model: null, timeLimitMs: 600_000 };
const event: NewJobEvent = { type: 'JobProgressed', payload: { phase: 'GENERATING', progress: 0.5 } };

const attempts: Job[] = [];
while (attempts.length < jobs) {
  const job = await startNextAttempt(pool, starter, config.PRIORITY_LEVELS);
  if (job === null) throw new Error('too few jobs wait');
  attempts.push(job);
}
const began = performance.now();
await Promise.all(attempts.map(writeEvents));
const perSecond = (jobs * eventsPerJob) / ((performance.now() - began) / 1_000);
await close();
process.stdout.write(String(perSecond));

/** The jobs take turns. */
async function writeEvents({ id, attempt, lastSeq }: Job, turn: number): Promise<void> {
  for (let written = 0; written < eventsPerJob; written += 1) {
    await waitUntil(began + ((written * jobs + turn) * 1_000) / rate);
    const position = { jobId: id, attempt, lastSeq: lastSeq + written };
    if (!(await appendAttemptEvents(pool, position, [event]))) throw new Error('an event was refused');
  }
}
