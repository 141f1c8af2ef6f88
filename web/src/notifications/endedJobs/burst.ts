/** In ms: as long as a toast is shown. */
const quietAfter = 12_000;
/** How many are reported one by one: with the toast of the others, as many as are visible. */
const singleReports = 2;

/** `count`: the jobs of this burst that are reported together; 0 for one that is reported by itself. */
export type Bundle = { count: number; failedCount: number };

/**
 * Returns a function that decides how to report a job that has ended: when many end within a short time, the first ones
 * are reported one by one, and the others together.
 */
export function createBurst(now: () => number = Date.now): (job: { status: string }) => Bundle {
  let endedAt = Number.NEGATIVE_INFINITY;
  let singles = 0;
  let bundle: Bundle = { count: 0, failedCount: 0 };
  return ({ status }) => {
    if (now() - endedAt > quietAfter) {
      singles = 0;
      bundle = { count: 0, failedCount: 0 };
    }
    endedAt = now();
    singles += 1;
    if (singles <= singleReports) return { count: 0, failedCount: 0 };
    const failed = status === 'FAILED' ? 1 : 0;
    bundle = { count: bundle.count + 1, failedCount: bundle.failedCount + failed };
    return bundle;
  };
}
