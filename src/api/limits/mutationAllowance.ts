import type pg from 'pg';

/** Counts the mutations of every user, over all API processes. */
export type MutationAllowance = {
  /**
   * Takes mutations from the user's allowance, all or none.
   * @returns Null when they may go on, else the milliseconds after which they may.
   */
  take(userId: string, mutations: number): Promise<number | null>;
};

const minuteMs = 60_000;

/**
 * An allowance of so many mutations at once, which fills up again evenly within a minute. The state is one
 * moment for each user, up to which the allowance is used up; who would move it more than a minute ahead is
 * refused (the generic cell rate algorithm, as in ITU-T I.371). One statement decides, so concurrent requests,
 * also of other processes, cannot take the same share twice.
 */
export function createMutationAllowance(pool: pg.Pool, perMinute: number): MutationAllowance {
  const shareMs = minuteMs / perMinute;
  return {
    async take(userId, mutations) {
      const wanted = [userId, mutations * shareMs];
      const { rowCount } = await pool.query(take, wanted);
      if (rowCount === 1) return null;
      const { rows } = await pool.query<{ wait_ms: number }>(waitFor, wanted);
      return Math.max(1, rows[0]?.wait_ms ?? 0);
    },
  };
}

const after = (moment: string) => `greatest(${moment}, now()) + $2 * interval '1 millisecond'`;

const take = `
  INSERT INTO mutation_rate AS rate (user_id, booked_until) VALUES ($1, ${after('now()')})
  ON CONFLICT (user_id) DO UPDATE SET booked_until = ${after('rate.booked_until')}
  WHERE ${after('rate.booked_until')} <= now() + interval '1 minute'`;

const waitFor = `
  SELECT (extract(epoch FROM ${after('booked_until')} - now() - interval '1 minute') * 1000)::float8 AS wait_ms
  FROM mutation_rate WHERE user_id = $1`;
