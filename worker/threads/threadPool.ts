import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import type { NumberedRequest } from './serveRequests.ts';

/** A request took longer than its time limit, and its thread was ended. */
export class ThreadTimeout extends Error {
  override readonly name = 'ThreadTimeout';
}

/** Threads that run, those that answer a request, and requests that wait for one. */
export type ThreadLoad = { threads: number; busy: number; waiting: number };

export type ThreadPoolOptions = {
  /** Longest time for one request in milliseconds, from when a thread begins it. */
  limitMs: number;
  /** Most threads at a time. At least two by default, so that a slow request does not delay the others. */
  maxThreads?: number;
  /** Largest heap of a thread, in megabytes. A request that needs more ends the thread. */
  heapMb?: number;
};

/** Threads beyond the first end after this time without a request, in milliseconds. */
const idleTimeout = 60_000;

/**
 * Answers requests on threads, each within a time limit. A request that takes longer, is aborted, or crashes ends its
 * thread only; a new thread takes the next request. So work that depends on a user's text can block neither the main
 * thread nor other jobs. The first thread starts when it is needed. Idle threads do not keep the process alive.
 */
export class ThreadPool<Request, Reply> {
  readonly #main: URL;
  readonly #options: Required<ThreadPoolOptions>;
  /** Starts the time limit of a request, by its number. */
  readonly #limits = new Map<number, () => void>();
  #pool: Piscina<NumberedRequest<Request>, Reply> | null = null;
  #lastId = 0;

  /** @param main Module that runs on the threads; its default export comes from `serveRequests`. */
  constructor(main: URL, options: ThreadPoolOptions) {
    this.#main = main;
    this.#options = { maxThreads: Math.max(2, availableParallelism() - 1), heapMb: 512, ...options };
  }

  /**
   * Answers a request on the next free thread.
   * @throws ThreadTimeout, the signal's reason, what the module threw, or Error if the thread ended
   */
  async ask(request: Request, signal?: AbortSignal): Promise<Reply> {
    const { limitMs } = this.#options;
    const limit = new AbortController();
    const ended = AbortSignal.any(signal === undefined ? [limit.signal] : [limit.signal, signal]);
    const timeout = () => limit.abort(new ThreadTimeout(`The request took longer than ${limitMs} ms`));
    this.#lastId += 1;
    const id = this.#lastId;
    let stopTimer = (): void => undefined;
    this.#limits.set(id, () => {
      stopTimer = afterTicks(limitMs, timeout);
    });
    try {
      return await this.#start().run({ id, request }, { signal: ended });
    } catch (error) {
      throw ended.aborted ? ended.reason : error;
    } finally {
      this.#limits.delete(id);
      stopTimer();
    }
  }

  get load(): ThreadLoad {
    const waiting = this.#pool?.queueSize ?? 0;
    return { threads: this.#pool?.threads.length ?? 0, busy: this.#limits.size - waiting, waiting };
  }

  /** Starts the first thread, so that no request has to wait until its modules are loaded. */
  warmUp(): void {
    this.#start();
  }

  /** Ends the threads; running and waiting requests fail. The next request starts a thread again. */
  async end(): Promise<void> {
    const pool = this.#pool;
    this.#pool = null;
    await pool?.destroy();
  }

  #start(): Piscina<NumberedRequest<Request>, Reply> {
    this.#pool ??= this.#open();
    return this.#pool;
  }

  #open(): Piscina<NumberedRequest<Request>, Reply> {
    const { maxThreads, heapMb } = this.#options;
    const pool = new Piscina<NumberedRequest<Request>, Reply>({
      filename: this.#main.href,
      ...{ minThreads: 1, maxThreads, idleTimeout },
      resourceLimits: { maxOldGenerationSizeMb: heapMb },
      stricterFIFO: true,
      recordTiming: false,
    });
    pool.on('message', (id: number) => this.#limits.get(id)?.());
    // A thread that fails without a request fails nobody's.
    pool.on('error', () => undefined);
    pool.on('workerDestroy', () => queueMicrotask(() => this.#failWaiting(pool)));
    return pool;
  }

  /** Piscina does not replace a thread that cannot load: without this, waiting requests would never be answered. */
  #failWaiting(pool: Piscina): void {
    if (pool === this.#pool && pool.threads.length === 0 && this.#limits.size > 0) void this.end();
  }
}

const ticks = 8;

/**
 * Runs an action after some milliseconds, unless the returned function is called before. They are counted in steps,
 * so that a time in which this process did not run, and could not have read an answer, counts as one step only.
 */
function afterTicks(ms: number, action: () => void): () => void {
  let left = ticks;
  const timer = setInterval(() => {
    left -= 1;
    if (left > 0) return;
    clearInterval(timer);
    action();
  }, ms / ticks);
  timer.unref();
  return () => clearInterval(timer);
}
