/** How many rows without dependent rows are removed at a time. */
export const batchSize = 500;

/**
 * Removes batch after batch, each in a transaction of its own, until one was not full or the signal is aborted. A
 * batch in progress is finished.
 * @param removeBatch Removes up to `size` rows and returns their number.
 * @returns How many rows were removed in all.
 */
export async function removeInBatches(
  signal: AbortSignal,
  size: number,
  removeBatch: (size: number) => Promise<number>,
): Promise<number> {
  let total = 0;
  let removed = size;
  while (removed === size && !signal.aborted) {
    removed = await removeBatch(size);
    total += removed;
  }
  return total;
}
