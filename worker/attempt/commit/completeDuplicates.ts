import { plannerIdentity } from '../../../src/cache/plannerIdentity.ts';
import { retryWhileUnavailable } from '../../../src/database/outages/retryWhileUnavailable.ts';
import { completeDuplicate } from '../../../src/jobs/commands/completeDuplicate.ts';
import { wakeDuplicates } from '../../../src/jobs/queue/queueEntries.ts';
import type { Attempt } from '../state/attempt.ts';

/**
 * Completes the duplicates that have waited for a leader's result, one transaction each, without a slot of their own.
 * The rest is woken and starts like other jobs; if this worker dies before, recovery wakes them.
 */
export async function completeDuplicates({ worker, job }: Attempt): Promise<void> {
  const { pool, config, log, releaseSignal, shutdownSignal } = worker;
  const key = job.cacheKey;
  if (key === null) return;
  const { CACHE_TTL_HOURS: ttlHours, MAX_CONCURRENT_JOBS_PER_USER: perUser } = config;
  const settings = { planner: plannerIdentity(config), ttlHours, perUser };
  try {
    while (!releaseSignal.aborted && (await completeDuplicate(pool, key, settings)));
    await retryWhileUnavailable(shutdownSignal, () => wakeDuplicates(pool, job.id));
  } catch (error) {
    log.warn({ err: error }, 'waiting duplicates could not be completed; recovery will wake them');
  }
}
