import type pg from 'pg';
import { retryWhileUnavailable } from '../../src/database/retryWhileUnavailable.ts';
import { type AttemptProgress, appendAttemptEvents } from '../../src/events/log/appendEvents.ts';
import type { NewJobEvent } from '../../src/events/log/jobEvent.ts';
import type { Job } from '../../src/jobs/job.ts';
import { type AttemptControl, whyUnwanted } from './attemptControl.ts';

/** The events of a running attempt, appended in order. */
export class AttemptLog {
  readonly #pool: pg.Pool;
  readonly #control: Pick<AttemptControl, 'signal' | 'abort'>;
  readonly #jobId: string;
  readonly #attempt: number;
  #lastSeq: number;

  constructor(pool: pg.Pool, job: Job, control: Pick<AttemptControl, 'signal' | 'abort'>) {
    this.#pool = pool;
    this.#control = control;
    this.#jobId = job.id;
    this.#attempt = job.attempt;
    this.#lastSeq = job.lastSeq;
  }

  /**
   * Appends events; an outage of the database delays them. One call at a time. A refusal aborts the attempt: it is no
   * longer wanted.
   * @throws AttemptAborted
   */
  async append(events: readonly NewJobEvent[], progress: AttemptProgress = {}): Promise<void> {
    const { signal } = this.#control;
    signal.throwIfAborted();
    const position = { jobId: this.#jobId, attempt: this.#attempt, lastSeq: this.#lastSeq };
    const isAppended = await retryWhileUnavailable(signal, () =>
      appendAttemptEvents(this.#pool, position, events, progress),
    );
    if (!isAppended) await this.#abort();
    this.#lastSeq += events.length;
  }

  /** Appends that the attempt has entered a phase. @throws AttemptAborted */
  async enter(phase: NonNullable<AttemptProgress['phase']>, progress: number): Promise<void> {
    await this.append([{ type: 'JobProgressed', payload: { phase, progress } }], { phase, progress });
  }

  async #abort(): Promise<void> {
    const { signal, abort } = this.#control;
    const attempt = { jobId: this.#jobId, number: this.#attempt };
    abort((await retryWhileUnavailable(signal, () => whyUnwanted(this.#pool, attempt))) ?? 'superseded');
    signal.throwIfAborted();
  }
}
