/** Upper limit, so that a wrong date in a header cannot delay a job for years. */
const maxDelayMs = 24 * 60 * 60 * 1_000;

/**
 * Reads how long the provider asks to wait before a retry: `retry-after-ms`, or `Retry-After` in seconds or as a
 * date (RFC 9110, section 10.2.3).
 * @param now Milliseconds since the epoch.
 * @returns Milliseconds from 0 to a day, or undefined without a valid header.
 */
export function readRetryAfterMs(headers: Headers | undefined, now: number): number | undefined {
  const delayMs = readDelayMs(headers, now);
  return delayMs === undefined ? undefined : Math.min(Math.max(0, delayMs), maxDelayMs);
}

function readDelayMs(headers: Headers | undefined, now: number): number | undefined {
  const milliseconds = Number(headers?.get('retry-after-ms') ?? Number.NaN);
  if (Number.isFinite(milliseconds)) return milliseconds;
  const value = headers?.get('retry-after');
  if (!value) return undefined;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return seconds * 1_000;
  // Use the server's clock where it sends a date: the local one may differ.
  const sentAt = Date.parse(headers?.get('date') ?? '');
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : date - (Number.isNaN(sentAt) ? now : sentAt);
}
