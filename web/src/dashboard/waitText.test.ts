import { expect, test } from 'vitest';
import { aListedJob } from './fixtures.ts';
import { waitText } from './waitText.ts';

const at = '2026-01-01T12:00:00Z';
const busy = { code: 'PROVIDER_RATE_LIMITED', message: 'Busy (429).', retryable: true } as const;
const time = new Date(at).toLocaleTimeString('en');

test.each([
  [{ waitReason: 'PAUSED' }, 'The queue is paused (upgrade). Queued jobs start when it is resumed.'],
  [{ waitReason: 'NO_WORKER' }, 'No worker is running. Queued jobs start when one is available.'],
  [{ waitReason: 'DUPLICATE_REQUEST' }, 'An identical request is already running. This job gets its result.'],
  [
    { waitReason: 'USER_LIMIT', queuePosition: null },
    'Waits for other jobs of the same user: only so many run at once.',
  ],
  [{ waitReason: 'TURN', queuePosition: 3 }, '3rd in queue'],
  [{ waitReason: 'TURN', queuePosition: null }, 'Waits for a worker.'],
  [{ waitReason: 'RETRY', nextAttemptAt: at, attempt: 1 }, `Waits for attempt 2 of 4 at ${time}, in 1:30.`],
  [
    { waitReason: 'RETRY', nextAttemptAt: at, attempt: 1, error: busy },
    `The AI service is busy. Waits for attempt 2 of 4 at ${time}, in 1:30.`,
  ],
] as const)('%j reads “%s”', (job, text) => {
  const queue = { paused: true, reason: 'upgrade' };
  expect(waitText(aListedJob(job), queue, Date.parse(at) - 90_000)).toBe(text);
});
