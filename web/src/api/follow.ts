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
  /** Calls back when a new attempt should not wait any longer; returns what stops that. */
  onChance(listener: () => void): () => void;
  /** From 0 up to 1; for tests. */
  random?: () => number;
};

const FIRST_DELAY = 300;
const LONGEST_DELAY = 15_000;
/** An attempt that goes on for so long has got through, though nothing may have happened meanwhile; in ms. */
const GOT_THROUGH = 5_000;

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
  let openedAt = 0;
  const unsubscribe = options.onChance(reopenNow);

  function stop(): void {
    clearTimeout(timer);
    unsubscribe();
    close();
  }

  function retry(): void {
    if (Date.now() - openedAt >= GOT_THROUGH) retries = 0;
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
    openedAt = Date.now();
    close = openOnce(options, {
      onData: () => {
        retries = 0;
      },
      onBroken: retry,
      onOver: stop,
    });
  }

  attempt();
  return stop;
}

type Ends = { onData(): void; onBroken(): void; onOver(): void };

/** One attempt. What comes after its end, or after it was closed, is not heard. */
function openOnce<Data>(options: FollowOptions<Data>, { onData, onBroken, onOver }: Ends): () => void {
  let open = true;
  function end(over: boolean): void {
    open = false;
    if (over) onOver();
    else onBroken();
  }
  const close = options.open({
    next(data) {
      if (!open) return;
      onData();
      options.onData(data);
    },
    error(cause) {
      if (!open) return;
      const fatal = options.isFatal(cause);
      end(fatal);
      if (fatal) options.onRefused(cause);
    },
    complete() {
      if (open) end(options.isComplete());
    },
  });
  return () => {
    open = false;
    close();
  };
}
