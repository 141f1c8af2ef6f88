import type { CanvasObject } from '../../../src/canvas/model/object.ts';
import { ThreadPool, ThreadTimeout } from '../../threads/threadPool.ts';
import type { PartialDiagram } from '../scene/expectedEdges.ts';

/** Longest time for one layout, in milliseconds. A diagram of the 200 objects of a job takes less than one second. */
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
 * The threads that all layouts of this process share: a large one takes half a second, and heartbeats, cancels and
 * the streams of other jobs must go on meanwhile.
 */
const layoutThreads = new ThreadPool<PartialDiagram, CanvasObject[]>(
  new URL('./layoutThread.main.ts', import.meta.url),
  { limitMs },
);

/**
 * Lays out a diagram on a layout thread: gives each object a position and size, in pixels from the top left corner.
 * Frames come first (outer before inner), then connectors, then shapes; `zIndex` follows this order. Ids are kept.
 * Every diagram whose references resolve has a layout, which depends on the diagram alone.
 *
 * @throws LayoutTimeout, or Error if the thread ends
 */
export function layOut(diagram: PartialDiagram): Promise<CanvasObject[]> {
  return layoutThreads.ask(diagram).catch((error: unknown) => {
    throw error instanceof ThreadTimeout ? new LayoutTimeout(error) : error;
  });
}
