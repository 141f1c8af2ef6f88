import type pg from 'pg';

/** Rate limit of mutations for each user, over all API processes. */
export type MutationAllowance = {
  /**
   * Takes mutations from the user's allowance, all or none.
   * @returns Null if they may run, else the milliseconds after which they may.
   */
  take(userId: string, mutations: number): Promise<number | null>;
};

const minuteMs = 60_000;

/**
 * Creates an allowance that refills evenly within a minute: the generic cell rate algorithm (ITU-T I.371). Its state is
 * one timestamp per user; a request that would move it more than a minute ahead is refused. One statement decides, so
 * concurrent requests can't take the same share twice.
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
