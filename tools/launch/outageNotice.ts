/** Milliseconds in which the launcher may report the end of its own PostgreSQL before a service's line is shown. */
const waitMs = 500;
/** Milliseconds without another line after which an outage counts as over. */
const quietMs = 10_000;

/** Shows one line for each outage of the database, however many the services log. */
export type OutageNotice = {
  /** A service has logged that the database cannot be reached. */
  add(line: string): void;
  /** The reason is on the terminal already. */
  suppress(): void;
};

export function createOutageNotice(show: (line: string) => void): OutageNotice {
  let lastAt = Number.NEGATIVE_INFINITY;
  let pending: NodeJS.Timeout | undefined;
  const isKnown = () => {
    const known = performance.now() - lastAt < quietMs;
    lastAt = performance.now();
    return known;
  };
  return {
    add(line) {
      if (!isKnown()) pending = setTimeout(show, waitMs, line).unref();
    },
    suppress() {
      isKnown();
      clearTimeout(pending);
    },
  };
}
