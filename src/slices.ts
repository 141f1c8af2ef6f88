import { setImmediate as nextLoop } from 'node:timers/promises';

/** Milliseconds after which a long computation yields to other work. */
const longestSliceMs = 5;

/** Measures a slice of a long computation. */
export class Slice {
  #began = performance.now();

  /** Whether the slice has lasted long enough. */
  get isOver(): boolean {
    return performance.now() - this.#began > longestSliceMs;
  }

  /** Yields to other work, and begins the next slice. */
  async next(): Promise<void> {
    await nextLoop();
    this.#began = performance.now();
  }
}

/** Items between two readings of the clock. */
const stride = 16;

/**
 * The items of a long list, given out in slices, between which the process does other work.
 * @param beforeSlice Called when a slice begins; may throw, to end the list early.
 */
export async function* inSlices<T>(items: readonly T[], beforeSlice: () => void): AsyncGenerator<T> {
  const slice = new Slice();
  for (const [index, item] of items.entries()) {
    if (index % stride === 0 && slice.isOver) {
      await slice.next();
      beforeSlice();
    }
    yield item;
  }
}
