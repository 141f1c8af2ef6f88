import { onSupervisorExit } from './supervisor.ts';

/** What a process was asked to do by signals and by the end of its supervisor. */
export type ShutdownRequests = {
  /** Aborted at the first request. */
  stopping: AbortSignal;
  /** Aborted when the stop should not wait for running work: at the second request. */
  hurry: AbortSignal;
  /** Resolves at the first request, with its reason. */
  requested: Promise<string>;
};

/**
 * Watches for requests to stop: SIGTERM, SIGINT, and the end of the supervisor. The last one is urgent, since a
 * database that belonged to the supervisor ends as well.
 */
export function watchShutdownRequests(): ShutdownRequests {
  const stopping = new AbortController();
  const hurry = new AbortController();
  const requested = Promise.withResolvers<string>();
  const onRequest = (reason: string) => {
    if (stopping.signal.aborted) hurry.abort();
    stopping.abort();
    requested.resolve(reason);
  };
  process.on('SIGTERM', onRequest);
  process.on('SIGINT', onRequest);
  onSupervisorExit(() => {
    onRequest('the supervisor has ended');
    hurry.abort();
  });
  return { stopping: stopping.signal, hurry: hurry.signal, requested: requested.promise };
}
