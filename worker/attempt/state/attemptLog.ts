import type pg from 'pg';
import { retryWhileUnavailable } from '../../../src/database/outages/retryWhileUnavailable.ts';
import { type AttemptProgress, appendAttemptEvents } from '../../../src/events/log/appendEvents.ts';
import type { NewJobEvent } from '../../../src/events/log/jobEvent.ts';
import type { Job } from '../../../src/jobs/job.ts';
import { type AttemptControl, whyUnwanted } from './attemptControl.ts';

/**
 * How long a phase waits for the next events, in milliseconds. A shorter phase is too short to be seen, and costs no
 * statement of its own.
 */
const phaseDelayMs = 100;

/** Events that are not written yet, and what changes of the job with them. */
type Unwritten = { events: readonly NewJobEvent[]; progress: AttemptProgress };

const nothing: Unwritten = { events: [], progress: {} };

/** The events of a running attempt, appended in order. */
export class AttemptLog {
  readonly #pool: pg.Pool;
  readonly #control: Pick<AttemptControl, 'signal' | 'abort'>;
  readonly #jobId: string;
  readonly #attempt: number;
  #lastSeq: number;
  #unwritten = nothing;
  #timer: NodeJS.Timeout | undefined;
  /** The delayed write of a phase; rejects with its error. */
  #writing: Promise<void> = Promise.resolve();

  constructor(pool: pg.Pool, job: Job, control: Pick<AttemptControl, 'signal' | 'abort'>) {
    this.#pool = pool;
    this.#control = control;
    this.#jobId = job.id;
    this.#attempt = job.attempt;
    this.#lastSeq = job.lastSeq;
  }

  /**
   * Appends events after those of phases that wait; an outage of the database delays them. One call at a time. A
   * refusal aborts the attempt: it is no longer wanted.
   * @throws AttemptAborted
   */
  async append(events: readonly NewJobEvent[], progress: AttemptProgress = {}): Promise<void> {
    const earlier = await this.takeUnwritten();
    await this.#write([...earlier.events, ...events], { ...earlier.progress, ...progress });
  }

  /** The attempt has entered a phase. That is written with the next events, or after a while. @throws AttemptAborted */
  enter(phase: NonNullable<AttemptProgress['phase']>, progress: number): void {
    this.#control.signal.throwIfAborted();
    const event: NewJobEvent = { type: 'JobProgressed', payload: { phase, progress } };
    const { events } = this.#unwritten;
    this.#unwritten = { events: [...events, event], progress: { phase, progress } };
    this.#timer ??= setTimeout(() => {
      this.#writing = this.append([]);
      this.#writing.catch(() => undefined); // the next call throws it
    }, phaseDelayMs);
  }

  /**
   * What is not written yet. The caller writes it, in the transaction that ends the attempt.
   * @throws The error of a delayed write
   */
  async takeUnwritten(): Promise<Unwritten> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const unwritten = this.#unwritten;
    this.#unwritten = nothing;
    await this.#writing;
    return unwritten;
  }

  /** Drops what is not written. Nothing is written afterwards. */
  async close(): Promise<void> {
    await this.takeUnwritten().catch(() => undefined);
  }

  async #write(events: readonly NewJobEvent[], progress: AttemptProgress): Promise<void> {
    const { signal } = this.#control;
    signal.throwIfAborted();
    const position = { jobId: this.#jobId, attempt: this.#attempt, lastSeq: this.#lastSeq };
    const isAppended = await retryWhileUnavailable(signal, () =>
      appendAttemptEvents(this.#pool, position, events, progress),
    );
    if (!isAppended) await this.#abort();
    this.#lastSeq += events.length;
  }

  async #abort(): Promise<void> {
    const { signal, abort } = this.#control;
    const attempt = { jobId: this.#jobId, number: this.#attempt };
    abort((await retryWhileUnavailable(signal, () => whyUnwanted(this.#pool, attempt))) ?? 'superseded');
    signal.throwIfAborted();
  }
}
