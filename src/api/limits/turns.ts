/** How many may be at something at once for each user, and how long others of the same user wait for their turn. */
export type TurnRules = {
  /** Turns that one user has at the same time. */
  limit: number;
  /** Waiting ones of one user at most; one more is refused at once. */
  maxWaiting?: number;
  /** Milliseconds after which one that waits is refused. */
  maxWaitMs?: number;
};

type Patience = Pick<Required<TurnRules>, 'maxWaiting' | 'maxWaitMs'>;
const patient: Patience = { maxWaiting: Number.POSITIVE_INFINITY, maxWaitMs: Number.POSITIVE_INFINITY };

/** Ends a turn; once, however often it is called. */
export type EndTurn = () => void;

type Waiting = (end: EndTurn | null) => void;

/**
 * Turns of users at something that takes this process's own resources, such as database connections: so many at the
 * same time, the others in the order in which they came. Each process counts for itself.
 */
export class Turns {
  readonly rules: Required<TurnRules>;
  readonly #running = new Map<string, number>();
  readonly #waiting = new Map<string, Set<Waiting>>();

  constructor(rules: TurnRules) {
    this.rules = { ...patient, ...rules };
  }

  /** Waits for a turn. @returns What ends it; null when it was refused: too many wait, or it has waited too long. */
  take(user: string): Promise<EndTurn | null> {
    return this.#take(user, this.rules);
  }

  /** Waits for a turn, however long that takes. @returns What ends it. */
  async await(user: string): Promise<EndTurn> {
    const end = await this.#take(user, patient);
    if (end === null) throw new Error('a turn without a limit was refused');
    return end;
  }

  #take(user: string, rules: Patience): Promise<EndTurn | null> {
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

  /** Does some work in a turn of its own, however long it has to wait for it. */
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

  /** The turn goes to whoever has waited longest, or is over. */
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
