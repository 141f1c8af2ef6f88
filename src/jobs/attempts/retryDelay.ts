/** When to try again; all in milliseconds. */
export type RetrySchedule = { firstDelayMs: number; baseMs: number; maxMs: number };

/**
 * Milliseconds until the next attempt. The first retry comes soon, because most failures are short; then the delay
 * starts at the base and doubles up to the maximum. A random part of up to a fifth is subtracted, so that jobs that
 * failed together are not retried together. A delay that the provider asks for takes precedence.
 * @param failures Failed attempts so far, 1 or more.
 * @param retryAfterMs Delay that the provider asked for, if any, in milliseconds.
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
