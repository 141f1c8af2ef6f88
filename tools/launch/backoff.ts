/** Milliseconds of the first pause; it doubles with each further end. */
const FIRST_PAUSE = 250;
const MAX_PAUSE = 30_000;

/**
 * Pause before something that ends by itself is started again, in milliseconds.
 *
 * @param earlyEnds how often in a row it has ended soon after its start
 */
export function pauseAfter(earlyEnds: number): number {
  return earlyEnds === 0 ? 0 : Math.min(FIRST_PAUSE * 2 ** (earlyEnds - 1), MAX_PAUSE);
}
