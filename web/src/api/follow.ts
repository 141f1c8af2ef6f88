/** Receiver of one subscription attempt; `error` and `complete` end it. */
export type Sink<Data> = {
  next(data: Data): void;
  error(cause: unknown): void;
  complete(): void;
};

export type FollowOptions<Data> = {
  /** Begins one attempt, with the cursor as it is now, and returns what ends it. */
  open(sink: Sink<Data>): () => void;
  onData(data: Data): void;
  /** The server refuses for good. */
  onRefused(cause: unknown): void;
  /** Whether a new attempt is pointless after this failure. */
  isFatal(cause: unknown): boolean;
  /** Whether nothing more can come. A completion before that is a server going down. */
  isComplete(): boolean;
  /** From 0 up to 1; for tests. */
  random?: () => number;
};

const FIRST_DELAY = 300;
const LONGEST_DELAY = 15_000;

/** Wait before the given retry (from 0) in ms: doubling, with jitter so that clients do not return at once. */
export function retryDelay(retry: number, random: () => number): number {
  return Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** retry) * (0.5 + random() / 2);
}

/**
 * Keeps a subscription going until it is complete: when an attempt breaks, waits and opens a new one, which
 * takes up from the caller's moved cursor. Returns what stops it.
 */
export function follow<Data>(options: FollowOptions<Data>): () => void {
  const random = options.random ?? Math.random;
  let retries = 0;
  let close: () => void = () => undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;

  function stop(): void {
    stopped = true;
    clearTimeout(timer);
    removeEventListener('online', reopenNow);
    close();
  }

  function refuse(cause: unknown): void {
    stop();
    options.onRefused(cause);
  }

  function retry(): void {
    timer = setTimeout(attempt, retryDelay(retries, random));
    retries += 1;
  }

  function reopenNow(): void {
    if (timer === undefined) return;
    clearTimeout(timer);
    attempt();
  }

  function attempt(): void {
    timer = undefined;
    let ended = false;
    const end = (then: () => void) => {
      if (ended || stopped) return;
      ended = true;
      then();
    };
    close = options.open({
      next(data) {
        if (ended || stopped) return;
        retries = 0;
        options.onData(data);
      },
      error: (cause) => end(() => (options.isFatal(cause) ? refuse(cause) : retry())),
      complete: () => end(() => (options.isComplete() ? stop() : retry())),
    });
  }

  addEventListener('online', reopenNow);
  attempt();
  return stop;
}
