/** When to try again; all in milliseconds. */
export type RetrySchedule = { firstDelayMs: number; baseMs: number; maxMs: number };

/**
 * Milliseconds until the next attempt. The first retry comes soon, because most trouble passes at once; then
 * the delay starts at the base and doubles up to the maximum. Up to a fifth is taken off at random, so that
 * jobs that failed together do not come back together. What the provider asks for wins.
 * @param failures Failed attempts so far, 1 or more.
 * @param retryAfterMs What the provider asked for, if it did.
 * @param random 0 to 1.
 */
export function retryDelayMs(
  schedule: RetrySchedule,
  failures: number,
  retryAfterMs: number | undefined,
  random: number,
): number {
  if (retryAfterMs !== undefined) return Math.ceil(retryAfterMs);
  const { firstDelayMs, baseMs, maxMs } = schedule;
  const full = failures <= 1 ? firstDelayMs : Math.min(maxMs, baseMs * 2 ** (failures - 2));
  return Math.round(full * (1 - random / 5));
}
