import { traced } from '../../../src/tracing/trace.ts';
import { ThreadPool, ThreadTimeout } from '../../threads/threadPool.ts';
import type { InsertedPlan, InsertionRequest } from '../insertion/insertPlan.ts';

/** Longest time for one layout, in milliseconds. 200 new boxes with 250 connectors take a few seconds. */
const limitMs = 20_000;

/** The layout of a diagram exceeded its time limit. */
export class LayoutTimeout extends Error {
  override readonly name = 'LayoutTimeout';

  constructor(cause: ThreadTimeout) {
    super(
      `The objects could not be arranged within ${limitMs / 1_000} seconds. Ask for fewer, or for parts of it one after the other.`,
      { cause },
    );
  }
}

/**
 * The threads that all layouts of this process share. One on a large canvas takes a second or two, and must not delay
 * heartbeats, cancels and the streams of other jobs.
 */
const layoutThreads = new ThreadPool<InsertionRequest, InsertedPlan>(
  new URL('./layoutThread.main.ts', import.meta.url),
  { limitMs },
);

/** Lays out a plan on a canvas, on a layout thread. @throws LayoutTimeout, or Error if the thread ends */
export function layOut(request: InsertionRequest): Promise<InsertedPlan> {
  return traced('layout', {}, () =>
    layoutThreads.ask(request).catch((error: unknown) => {
      throw error instanceof ThreadTimeout ? new LayoutTimeout(error) : error;
    }),
  );
}
