import { statement } from '../../../database/statement.ts';

/** Users who have used at least so many tokens, or dollars, in the current month; null counts nobody. */
export const countUsersBeyond = statement.value<number, { tokens: number | null; usd: number | null }>(`
  SELECT count(*)::int FROM monthly_usage
  WHERE month = date_trunc('month', now() AT TIME ZONE 'UTC')
    AND (input_tokens + output_tokens >= :tokens::float8 OR cost_usd >= :usd::float8)`);
