import { statement } from '../../../../database/statement.ts';

/** The time that many milliseconds ago, by the database's clock. */
export const readTimeAgo = statement.value<Date, { ms: number }>(
  "SELECT now() - :ms * interval '1 millisecond'",
);
