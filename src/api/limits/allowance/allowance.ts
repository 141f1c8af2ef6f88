/** Milliseconds in which an allowance fills up again. */
export const minuteMs = 60_000;

/** What is left of a user's allowance after a request. */
export type Allowance = {
  /** Requests that may follow at once. */
  remaining: number;
  /** Milliseconds until the allowance is full again. */
  fullInMs: number;
  /** Null if the request may run, else the milliseconds after which it may. */
  waitMs: number | null;
};

/**
 * The state of an allowance that refills evenly within a minute.
 * @param bookedMs How far the requests so far have moved its time into the future.
 */
export function allowanceOf(perMinute: number, bookedMs: number, waitMs: number | null): Allowance {
  const fullInMs = Math.max(0, bookedMs);
  // Without the margin, rounding could take one away.
  const remaining = Math.floor(((minuteMs - fullInMs) * perMinute) / minuteMs + 1e-6);
  return { remaining: Math.max(0, remaining), fullInMs, waitMs };
}
