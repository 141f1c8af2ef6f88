import type pg from 'pg';
import { retryWhileUnavailable } from '../../src/database/retryWhileUnavailable.ts';
import { type AttemptProgress, appendAttemptEvents } from '../../src/events/log/appendEvents.ts';
import type { NewJobEvent } from '../../src/events/log/jobEvent.ts';
import type { Job } from '../../src/jobs/job.ts';
import { AttemptAborted } from './abort.ts';
import { whyUnwanted } from './attemptControl.ts';

/** The events of a running attempt, appended in order. */
export class AttemptLog {
  readonly #pool: pg.Pool;
  readonly #signal: AbortSignal;
  readonly #jobId: string;
  readonly #attempt: number;
  #lastSeq: number;

  constructor(pool: pg.Pool, job: Job, signal: AbortSignal) {
    this.#pool = pool;
    this.#signal = signal;
    this.#jobId = job.id;
    this.#attempt = job.attempt;
    this.#lastSeq = job.lastSeq;
  }

  /**
   * Appends events; an outage of the database delays them. One call at a time.
   * @throws AttemptAborted when the attempt is not wanted any more.
   */
  async append(events: readonly NewJobEvent[], progress: AttemptProgress = {}): Promise<void> {
    this.#signal.throwIfAborted();
    const position = { jobId: this.#jobId, attempt: this.#attempt, lastSeq: this.#lastSeq };
    const written = await retryWhileUnavailable(this.#signal, () =>
      appendAttemptEvents(this.#pool, position, events, progress),
    );
    if (!written) throw await this.#refusal();
    this.#lastSeq += events.length;
  }

  /** Goes on to a phase. */
  async enter(phase: NonNullable<AttemptProgress['phase']>, progress: number): Promise<void> {
    await this.append([{ type: 'JobProgressed', payload: { phase, progress } }], { phase, progress });
  }

  async #refusal(): Promise<AttemptAborted> {
    const attempt = { jobId: this.#jobId, number: this.#attempt };
    const why = await retryWhileUnavailable(this.#signal, () => whyUnwanted(this.#pool, attempt));
    return new AttemptAborted(why ?? 'superseded');
  }
}
