import type pg from 'pg';
import { topics } from '../../../src/events/listener/channels.ts';
import type { EventHub } from '../../../src/events/listener/hub.ts';
import type { AttemptId } from '../../../src/jobs/job.ts';
import { readAttemptStatus } from '../sql/readAttemptStatus.ts';

/** Why an attempt is ended before it is done. */
export type AbortCause = 'cancelled' | 'timeout' | 'shutdown' | 'superseded';

/** Reason of an attempt's abort signal. */
export class AttemptAborted extends Error {
  override readonly name = 'AttemptAborted';
  readonly why: AbortCause;

  constructor(why: AbortCause) {
    super(`the attempt was ended: ${why}`);
    this.why = why;
  }
}

/** Covers a lost notification; the intent itself is in the job's row. */
const pollIntervalMs = 1_000;

export type AttemptControl = {
  /** Aborted, with an AttemptAborted as its reason, when the attempt has to end. */
  signal: AbortSignal;
  /** Only the first cause counts. */
  abort(why: AbortCause): void;
  /** Reads the job's row, and aborts the attempt if it is no longer wanted. */
  check(): Promise<void>;
  dispose(): void;
};

/** Watches for everything that ends an attempt early: a cancel, its time limit, a stop of the worker. */
export function controlAttempt(options: {
  pool: pg.Pool;
  hub: Pick<EventHub, 'subscribe'>;
  attempt: AttemptId;
  timeoutMs: number;
  releaseSignal: AbortSignal;
}): AttemptControl {
  const { pool, hub, attempt, releaseSignal } = options;
  const controller = new AbortController();
  const abort = (why: AbortCause) => {
    if (!controller.signal.aborted) controller.abort(new AttemptAborted(why));
  };
  const check = async () => {
    const why = await whyUnwanted(pool, attempt);
    if (why !== null) abort(why);
  };
  // During an outage of the database the attempt continues; the next poll finds out.
  const poll = () => void check().catch(() => undefined);
  const onRelease = () => abort('shutdown');

  const unsubscribe = hub.subscribe(topics.cancel(attempt.jobId), poll);
  const interval = setInterval(poll, pollIntervalMs);
  const timeout = setTimeout(() => abort('timeout'), options.timeoutMs);
  releaseSignal.addEventListener('abort', onRelease);
  if (releaseSignal.aborted) onRelease();
  // A cancel between the start of the attempt and the subscription notified nobody.
  poll();
  return {
    signal: controller.signal,
    abort,
    check,
    dispose() {
      unsubscribe();
      clearInterval(interval);
      clearTimeout(timeout);
      releaseSignal.removeEventListener('abort', onRelease);
    },
  };
}

/** Why an attempt must not continue, by the job's row; null when it may. */
export async function whyUnwanted(
  pool: pg.Pool,
  attempt: AttemptId,
): Promise<'cancelled' | 'superseded' | null> {
  const job = await readAttemptStatus(pool, attempt);
  if (job?.status === 'PROCESSING') return null;
  return job?.status === 'CANCELLING' ? 'cancelled' : 'superseded';
}
