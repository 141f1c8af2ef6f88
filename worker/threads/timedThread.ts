import { Worker } from 'node:worker_threads';
import type { ThreadMessage } from './serveThread.ts';

/** The thread was ended because one request took longer than it may. */
export class ThreadTimeout extends Error {
  override readonly name = 'ThreadTimeout';
}

/** Longest time in milliseconds that a thread may take to load its modules. */
const startLimitMs = 60_000;

type Call<Request, Reply> = PromiseWithResolvers<Reply> & { request: Request; release: () => void };

/**
 * Answers requests on a thread of its own, one at a time, each within a time limit: a request that takes longer, or
 * is aborted, ends the thread, and the requests behind it go to a new one. So work that depends on what a user has
 * written can neither hold up this thread nor fail anyone else. The thread starts when it is first needed, is
 * replaced when it has ended, and keeps no process alive when it has nothing to do.
 */
export class TimedThread<Request, Reply> {
  readonly #main: URL;
  readonly #limitMs: number;
  readonly #waiting: Call<Request, Reply>[] = [];
  #running: Call<Request, Reply> | null = null;
  #thread: Worker | null = null;
  #isReady = false;
  #endedBy: unknown;
  #stopWatching = (): void => undefined;

  /**
   * @param main Module that runs on the thread and calls `serveThread`.
   * @param limitMs Longest time for one request, in milliseconds, counted from when the thread takes it.
   */
  constructor(main: URL, limitMs: number) {
    this.#main = main;
    this.#limitMs = limitMs;
  }

  /**
   * Has one request answered.
   * @throws ThreadTimeout, the signal's reason, what the module threw, or Error when the thread died
   */
  ask(request: Request, signal?: AbortSignal): Promise<Reply> {
    if (signal?.aborted) return Promise.reject(signal.reason);
    const abort = () => this.#abort(call, signal?.reason);
    const release = () => signal?.removeEventListener('abort', abort);
    const call: Call<Request, Reply> = { ...Promise.withResolvers<Reply>(), request, release };
    signal?.addEventListener('abort', abort, { once: true });
    this.#waiting.push(call);
    this.#next();
    return call.promise;
  }

  /** Loads the thread's modules before a request has to wait for that. */
  warmUp(): void {
    this.#thread ??= this.#start();
    if (this.#running === null) this.#thread.unref();
  }

  /** Ends the thread; the request that it works on fails. The next one starts another. */
  async end(): Promise<void> {
    await this.#thread?.terminate();
  }

  #next(): void {
    if (this.#running !== null) return;
    const call = this.#waiting.shift();
    if (call === undefined) {
      this.#thread?.unref();
      return;
    }
    this.#running = call;
    this.#thread ??= this.#start();
    this.#thread.ref();
    this.#thread.postMessage(call.request);
    this.#watch();
  }

  #abort(call: Call<Request, Reply>, reason: unknown): void {
    if (call === this.#running) {
      this.#endThread(reason);
      return;
    }
    const place = this.#waiting.indexOf(call);
    if (place === -1) return;
    this.#waiting.splice(place, 1);
    call.reject(reason);
  }

  #endThread(reason: unknown): void {
    this.#endedBy ??= reason;
    void this.#thread?.terminate();
  }

  #start(): Worker {
    const thread = new Worker(this.#main);
    this.#isReady = false;
    this.#endedBy = undefined;
    thread.on('message', (message: ThreadMessage<Reply>) => this.#take(message));
    thread.on('error', (error) => {
      this.#endedBy ??= new Error('The thread has failed', { cause: error });
    });
    thread.on('exit', () => this.#replace());
    return thread;
  }

  #take(message: ThreadMessage<Reply>): void {
    if (message.type === 'ready') {
      this.#isReady = true;
      this.#watch();
    } else if (message.type === 'reply') this.#settle((call) => call.resolve(message.reply));
    else this.#settle((call) => call.reject(message.error));
  }

  /** Ends the running request, and goes on with the next. */
  #settle(end: (call: Call<Request, Reply>) => void): void {
    const call = this.#running;
    if (call === null) return;
    this.#stopWatching();
    this.#running = null;
    call.release();
    end(call);
    this.#next();
  }

  /** The thread has ended: its request fails, and another thread is made ready for those to come. */
  #replace(): void {
    const wasAtWork = this.#running !== null;
    const reason = this.#endedBy ?? new Error('The thread has ended');
    this.#thread = null;
    this.#settle((call) => call.reject(reason));
    if (wasAtWork && this.#isReady) this.warmUp();
  }

  /** Limits the running request; the time in which the thread is still loading does not count. */
  #watch(): void {
    this.#stopWatching();
    if (this.#running === null) return;
    const limitMs = this.#isReady ? this.#limitMs : startLimitMs;
    this.#stopWatching = afterTicks(limitMs, () =>
      this.#endThread(new ThreadTimeout(`The request took longer than ${limitMs} ms`)),
    );
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
