import { Worker } from 'node:worker_threads';
import type { CanvasObject } from '../../src/canvas/object.ts';
import type { Sketch } from './guesses.ts';

/** What is asked of the thread, and what it answers; `ask` numbers the questions. */
export type LayoutQuestion = { ask: number; diagram: Sketch };
export type LayoutAnswer = { ask: number; objects: CanvasObject[] };

/**
 * Lays out diagrams on a thread of its own: a large one takes half a second, and heartbeats, cancels and the
 * streams of other jobs must go on meanwhile. The thread starts when it is first needed, keeps no process
 * alive when it has nothing to do, and is replaced when it dies.
 */
export class LayoutThread {
  #worker: Worker | undefined;
  #asked = 0;
  readonly #patienceMs: number;
  readonly #waiting = new Map<number, PromiseWithResolvers<CanvasObject[]>>();

  /** @param patienceMs After so long without an answer, in milliseconds, the thread is taken for stuck and ended. */
  constructor(patienceMs = 60_000) {
    this.#patienceMs = patienceMs;
  }

  /** Lays out one diagram. @throws Error when the thread dies, or is stuck */
  layOut(diagram: Sketch): Promise<CanvasObject[]> {
    const question: LayoutQuestion = { ask: ++this.#asked, diagram };
    const answer = Promise.withResolvers<CanvasObject[]>();
    this.#waiting.set(question.ask, answer);
    this.#worker ??= this.#start();
    this.#worker.ref();
    this.#worker.postMessage(question);
    const watch = setTimeout(() => this.end(), this.#patienceMs).unref();
    return answer.promise.finally(() => clearTimeout(watch));
  }

  /** Ends the thread; whoever still waits for a layout gets an error. */
  async end(): Promise<void> {
    await this.#worker?.terminate();
  }

  #start(): Worker {
    const worker = new Worker(new URL('./layoutThread.main.ts', import.meta.url));
    worker.on('message', ({ ask, objects }: LayoutAnswer) => {
      this.#waiting.get(ask)?.resolve(objects);
      this.#waiting.delete(ask);
      if (this.#waiting.size === 0) worker.unref();
    });
    let cause: unknown;
    worker.on('error', (error) => {
      cause = error;
    });
    worker.on('exit', () => {
      this.#worker = undefined;
      const error = new Error('The layout thread has ended', { cause });
      for (const { reject } of this.#waiting.values()) reject(error);
      this.#waiting.clear();
    });
    return worker;
  }
}

/** The thread that all layouts of this process share. */
export const layoutThread = new LayoutThread();
