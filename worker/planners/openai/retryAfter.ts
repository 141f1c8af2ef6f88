/** A provider may not park a job for longer than a day, such as by a time that is wrong. */
const longestWaitMs = 24 * 60 * 60 * 1_000;

/**
 * Milliseconds that a provider wants us to wait, from 0 to a day: `retry-after-ms`, or `Retry-After` in seconds
 * or as a date (RFC 9110, section 10.2.3).
 * @param now Milliseconds since the epoch.
 */
export function retryAfterMs(headers: Headers | undefined, now: number): number | undefined {
  const wanted = wantedWaitMs(headers, now);
  return wanted === undefined ? undefined : Math.min(Math.max(0, wanted), longestWaitMs);
}

function wantedWaitMs(headers: Headers | undefined, now: number): number | undefined {
  const milliseconds = Number(headers?.get('retry-after-ms') ?? Number.NaN);
  if (Number.isFinite(milliseconds)) return milliseconds;
  const value = headers?.get('retry-after');
  if (!value) return undefined;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return seconds * 1_000;
  // By the clock of whoever has sent it: ours may be off.
  const sentAt = Date.parse(headers?.get('date') ?? '');
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : date - (Number.isNaN(sentAt) ? now : sentAt);
}
