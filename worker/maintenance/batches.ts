/** Rows that one transaction removes at most: few enough that nobody notices its locks. */
export const batchSize = 500;

/**
 * Removes batch after batch, until one was not full or the signal is aborted. A batch in progress is finished.
 * @param removeBatch Removes up to `batchSize` rows and gives their number.
 * @returns How many rows were removed in all.
 */
export async function removeInBatches(
  signal: AbortSignal,
  removeBatch: () => Promise<number>,
): Promise<number> {
  let total = 0;
  let removed = batchSize;
  while (removed === batchSize && !signal.aborted) {
    removed = await removeBatch();
    total += removed;
  }
  return total;
}
