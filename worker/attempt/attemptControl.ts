import type pg from 'pg';
import { topics } from '../../src/events/listener/channels.ts';
import type { EventHub } from '../../src/events/listener/hub.ts';
import type { AttemptId } from '../../src/jobs/job.ts';
import { type AbortCause, AttemptAborted } from './abort.ts';

/** Covers a signal that got lost; the intent itself is the job's row. */
const slowPollMs = 1_000;

export type AttemptControl = {
  /** Aborted, with an AttemptAborted as its reason, when the attempt has to end. */
  signal: AbortSignal;
  abort(why: AbortCause): void;
  /** Looks at the job's row, and ends the attempt if it is not wanted any more. */
  check(): Promise<void>;
  dispose(): void;
};

/** Watches for everything that ends an attempt early: cancelling, its time limit, a stop of the worker. */
export function controlAttempt(options: {
  pool: pg.Pool;
  hub: Pick<EventHub, 'subscribe'>;
  attempt: AttemptId;
  timeoutMs: number;
  handBack: AbortSignal;
}): AttemptControl {
  const { pool, hub, attempt, handBack } = options;
  const controller = new AbortController();
  const abort = (why: AbortCause) => {
    if (!controller.signal.aborted) controller.abort(new AttemptAborted(why));
  };
  const check = async () => {
    const why = await whyUnwanted(pool, attempt);
    if (why !== null) abort(why);
  };
  // An outage of the database changes nothing about the attempt: the next look finds out.
  const look = () => void check().catch(() => undefined);
  const onHandBack = () => abort('shutdown');

  const unsubscribe = hub.subscribe(topics.cancel(attempt.jobId), look);
  const poll = setInterval(look, slowPollMs);
  const timeout = setTimeout(() => abort('timeout'), options.timeoutMs);
  handBack.addEventListener('abort', onHandBack);
  if (handBack.aborted) onHandBack();
  // A cancel between the start of the attempt and the subscription was notified to nobody.
  look();
  return {
    signal: controller.signal,
    abort,
    check,
    dispose() {
      unsubscribe();
      clearInterval(poll);
      clearTimeout(timeout);
      handBack.removeEventListener('abort', onHandBack);
    },
  };
}

/** Why an attempt must not go on, by the job's row; null when it may. */
export async function whyUnwanted(
  pool: pg.Pool,
  attempt: AttemptId,
): Promise<'cancelled' | 'superseded' | null> {
  const { rows } = await pool.query<{ status: string }>(
    'SELECT status FROM canvas_job WHERE id = $1 AND attempt = $2',
    [attempt.jobId, attempt.number],
  );
  if (rows[0]?.status === 'PROCESSING') return null;
  return rows[0]?.status === 'CANCELLING' ? 'cancelled' : 'superseded';
}
