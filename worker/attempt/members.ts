import type { AttemptProgress } from '../../src/events/log/appendEvents.ts';
import type { NewJobEvent } from '../../src/events/log/jobEvent.ts';
import { AttemptAborted } from './abort.ts';
import type { Member } from './member.ts';

/** Called when a job leaves before the result is there; `last` when nobody is left. */
export type OnLeave = (member: Member, reason: unknown, last: boolean) => Promise<void>;

/** The jobs that a generation works for. Each can leave for reasons of its own; the rest goes on without it. */
export class Members {
  readonly #present = new Set<Member>();
  readonly #deserted = new AbortController();
  readonly #farewells: Promise<void>[] = [];
  readonly #onLeave: OnLeave;

  constructor(onLeave: OnLeave) {
    this.#onLeave = onLeave;
  }

  /** Aborted when nobody is left, with the reason of the last one. */
  get signal(): AbortSignal {
    return this.#deserted.signal;
  }

  get present(): Member[] {
    return [...this.#present];
  }

  /** Takes a job in. It leaves when its own attempt is aborted. */
  add(member: Member): void {
    this.#present.add(member);
    const { signal } = member.control;
    if (signal.aborted) this.#leave(member);
    else signal.addEventListener('abort', () => this.#leave(member), { once: true });
  }

  /** Ends a job's membership because its result is recorded. */
  release(member: Member): void {
    this.#present.delete(member);
    member.control.dispose();
  }

  /** Appends events to the log of every job. */
  async publish(events: readonly NewJobEvent[], progress: AttemptProgress): Promise<void> {
    await Promise.all(this.present.map((member) => this.tell(member, events, progress)));
    this.signal.throwIfAborted();
  }

  /** Appends events to the log of one job, which leaves if they are refused. */
  async tell(member: Member, events: readonly NewJobEvent[], progress: AttemptProgress): Promise<void> {
    try {
      await member.append(events, progress);
    } catch (error) {
      if (!(error instanceof AttemptAborted)) throw error;
      member.control.abort(error.why);
    }
  }

  /** Resolves when everything about those who have left is recorded. */
  async settled(): Promise<void> {
    await Promise.all(this.#farewells);
  }

  #leave(member: Member): void {
    if (!this.#present.delete(member)) return;
    member.control.dispose();
    const { reason } = member.control.signal;
    const last = this.#present.size === 0;
    this.#farewells.push(this.#onLeave(member, reason, last));
    if (last) this.#deserted.abort(reason);
  }
}
