import { startApi } from '../../src/api/startApi.ts';
import type { RunningService, StartService } from '../../src/service/runService.ts';
import { startWorker } from '../../worker/startWorker.ts';

/**
 * Starts the API and a worker in one process: for small installations, and for the way back from separate workers. Each
 * serves health and metrics on its own port. When one cannot start or go on, neither does.
 */
export const startApiWithWorker: StartService = async (config, databaseUrl, log, context) => {
  const failed = new AbortController();
  const stopping = AbortSignal.any([context.stopping, failed.signal]);
  const starts: Promise<RunningService>[] = [
    startApi(config, databaseUrl, log, context),
    startWorker(config, config.DATABASE_DIRECT_URL ?? databaseUrl, log.child({ worker: 'inline' }), {
      ...context,
      stopping,
    }),
  ];
  // A worker may wait for the database for any time.
  for (const start of starts) start.catch(() => failed.abort());
  const results = await Promise.allSettled(starts);
  const services = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  for (const result of results) {
    if (result.status === 'fulfilled') continue;
    await stopAll(services, AbortSignal.abort());
    throw result.reason;
  }
  return {
    stop: ({ hurry }) => stopAll(services, hurry),
    ended: Promise.race(services.flatMap(({ ended }) => (ended === undefined ? [] : [ended]))),
    graceMs: Math.max(...services.map(({ graceMs = 0 }) => graceMs)),
  };
};

/** Stops all at once, also when one does not stop cleanly. @throws The first error. */
async function stopAll(services: readonly RunningService[], hurry: AbortSignal): Promise<void> {
  const stopped = services.map((service) => service.stop({ hurry }));
  await Promise.allSettled(stopped);
  await Promise.all(stopped);
}
