import type { Sql } from './statement.ts';

/**
 * Runs statements on a preferred connection while there is one, otherwise on the usual one; there, too, when they fail on
 * the preferred one, so that they may run twice.
 * @param preferred Undefined while there is none.
 */
export function preferring(preferred: () => Sql | undefined, usual: Sql): Sql {
  const run = (on: Sql, sent: unknown[]): Promise<unknown> =>
    (on.query as (...sent: unknown[]) => Promise<unknown>).apply(on, sent);
  const query = async (...sent: unknown[]) => {
    const first = preferred();
    if (first === undefined) return run(usual, sent);
    return run(first, sent).catch(() => run(usual, sent));
  };
  return { query } as Sql;
}
