/** Receives one subscription attempt; `error` and `complete` end it. */
export type Sink<Data> = {
  next(data: Data): void;
  error(cause: unknown): void;
  complete(): void;
};

export type SubscriptionOptions<Data> = {
  /** Starts an attempt at the current cursor. Returns a function that ends it. */
  open(sink: Sink<Data>): () => void;
  onData(data: Data): void;
  /** The server rejected the subscription; there are no more attempts. */
  onRefused(cause: unknown): void;
  /** Whether another attempt would fail for the same reason. */
  isFatal(cause: unknown): boolean;
  /** Whether all events have arrived. An earlier completion comes from a server that shuts down. */
  isComplete(): boolean;
  /** Registers a callback for when to retry without further delay. Returns a function that removes it. */
  onRetryTrigger(listener: () => void): () => void;
  /** From 0 up to 1; replaced in tests. */
  random?: () => number;
};

const firstDelay = 300;
const maxDelay = 15_000;
/** After this time, in ms, an attempt counts as successful, even if no event has arrived. */
const stableAfter = 5_000;

/** Delay of a retry (from 0) in ms: doubles each time, with jitter so that clients don't all reconnect at once. */
export function retryDelay(retry: number, random: () => number): number {
  return Math.min(maxDelay, firstDelay * 2 ** retry) * (0.5 + random() / 2);
}

/**
 * Keeps a subscription open until it is complete. After a broken attempt it waits and opens a new one at the
 * caller's current cursor. Returns a function that stops it.
 */
export function keepSubscribed<Data>(options: SubscriptionOptions<Data>): () => void {
  const random = options.random ?? Math.random;
  let retries = 0;
  let close: () => void = () => undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let openedAt = 0;
  const unsubscribe = options.onRetryTrigger(reopenNow);

  function stop(): void {
    clearTimeout(timer);
    unsubscribe();
    close();
  }

  function retry(): void {
    if (Date.now() - openedAt >= stableAfter) retries = 0;
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
      onFinished: stop,
    });
  }

  attempt();
  return stop;
}

type AttemptHandlers = { onData(): void; onBroken(): void; onFinished(): void };

/** One attempt. Ignores what arrives after its end or after it was closed. */
function openOnce<Data>(
  options: SubscriptionOptions<Data>,
  { onData, onBroken, onFinished }: AttemptHandlers,
): () => void {
  let open = true;
  function end(isFinished: boolean): void {
    open = false;
    if (isFinished) onFinished();
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
