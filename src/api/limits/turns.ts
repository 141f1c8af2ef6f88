/** How many operations of a user run at once, and how long others wait. */
export type TurnRules = {
  /** Turns of one user at the same time. */
  limit: number;
  /** Most that wait for one user; one more is refused at once. */
  maxWaiting?: number;
  /** Milliseconds after which a waiting one is refused. */
  maxWaitMs?: number;
};

type WaitLimits = Pick<Required<TurnRules>, 'maxWaiting' | 'maxWaitMs'>;
const unlimited: WaitLimits = { maxWaiting: Number.POSITIVE_INFINITY, maxWaitMs: Number.POSITIVE_INFINITY };

/** Ends a turn. Idempotent. */
export type EndTurn = () => void;

type Waiting = (end: EndTurn | null) => void;

/**
 * Limits how much of this process's resources, such as database connections, each user uses at once. Others wait in
 * order of arrival. Each process counts on its own.
 */
export class Turns {
  readonly rules: Required<TurnRules>;
  readonly #running = new Map<string, number>();
  readonly #waiting = new Map<string, Set<Waiting>>();

  constructor(rules: TurnRules) {
    this.rules = { ...unlimited, ...rules };
  }

  /** Waits for a turn. @returns Ends it; null when too many wait, or it has waited too long. */
  take(user: string): Promise<EndTurn | null> {
    return this.#take(user, this.rules);
  }

  /** Waits for a turn without a limit. @returns Ends it. */
  async await(user: string): Promise<EndTurn> {
    const end = await this.#take(user, unlimited);
    if (end === null) throw new Error('a turn without a limit was refused');
    return end;
  }

  #take(user: string, rules: WaitLimits): Promise<EndTurn | null> {
    const running = this.#running.get(user) ?? 0;
    if (running < this.rules.limit) {
      this.#running.set(user, running + 1);
      return Promise.resolve(this.#endOf(user));
    }
    const line = this.#waiting.get(user) ?? new Set();
    if (line.size >= rules.maxWaiting) return Promise.resolve(null);
    this.#waiting.set(user, line);
    return new Promise((resolve) => this.#queue(user, line, rules.maxWaitMs, resolve));
  }

  /** Runs work in a turn, waiting for it without a limit. */
  async run<T>(user: string, work: () => Promise<T>): Promise<T> {
    const end = await this.await(user);
    try {
      return await work();
    } finally {
      end();
    }
  }

  #queue(user: string, line: Set<Waiting>, maxWaitMs: number, resolve: Waiting): void {
    const isBounded = Number.isFinite(maxWaitMs);
    const timer = isBounded ? setTimeout(() => this.#leave(user, line, settle), maxWaitMs) : undefined;
    const settle: Waiting = (end) => {
      clearTimeout(timer);
      resolve(end);
    };
    line.add(settle);
  }

  #leave(user: string, line: Set<Waiting>, settle: Waiting): void {
    line.delete(settle);
    if (line.size === 0) this.#waiting.delete(user);
    settle(null);
  }

  #endOf(user: string): EndTurn {
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      this.#passOn(user);
    };
  }

  /** Passes the turn to the one that has waited longest, if any. */
  #passOn(user: string): void {
    const line = this.#waiting.get(user);
    const [next] = line ?? [];
    if (line !== undefined && next !== undefined) {
      line.delete(next);
      if (line.size === 0) this.#waiting.delete(user);
      next(this.#endOf(user));
      return;
    }
    const left = (this.#running.get(user) ?? 1) - 1;
    if (left === 0) this.#running.delete(user);
    else this.#running.set(user, left);
  }
}
