import { Histogram } from 'prom-client';
import { traced } from '../../../src/tracing/trace.ts';
import { type ThreadLoad, ThreadPool, ThreadTimeout } from '../../threads/threadPool.ts';
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
  const end = layoutTimes.startTimer();
  return traced('layout', {}, () =>
    layoutThreads
      .ask(request)
      .catch((error: unknown) => {
        throw error instanceof ThreadTimeout ? new LayoutTimeout(error) : error;
      })
      .finally(end),
  );
}

/** What the layout threads are doing. */
export function layoutLoad(): ThreadLoad {
  return layoutThreads.load;
}

/** How long layouts take. A registry has to be told of it. */
export const layoutTimes = new Histogram({
  name: 'collabcanvas_layout_seconds',
  help: 'Length of layouts, with the wait for a thread.',
  buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20],
  registers: [],
});
