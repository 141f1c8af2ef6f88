import { statement } from '../../../database/statement.ts';

/** What attempts that have ended in the current calendar month have used; `since` and `until` are its bounds, in UTC. */
export type MonthlyUsage = {
  inputTokens: number;
  outputTokens: number;
  costUsd: number;
  since: Date;
  until: Date;
};

const usageWhere = (condition: string) => `
  SELECT COALESCE(sum(input_tokens), 0)::float8 AS input_tokens, COALESCE(sum(output_tokens), 0)::float8 AS output_tokens,
         COALESCE(sum(cost_usd), 0) AS cost_usd,
         start AT TIME ZONE 'UTC' AS since, (start + interval '1 month') AT TIME ZONE 'UTC' AS until
  FROM (SELECT date_trunc('month', now() AT TIME ZONE 'UTC') AS start) AS current
  LEFT JOIN monthly_usage ON month = start::date AND ${condition}
  GROUP BY start`;

/** Of one user. */
export const readUsageOfUser = statement.row<MonthlyUsage, { userId: string }>(
  usageWhere('user_id = :userId'),
);

/** Of all users. */
export const readUsageOfAll = statement.row<MonthlyUsage>(usageWhere('true'));
