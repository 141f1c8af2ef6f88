import type { Config } from '../../config.ts';
import type { Sql } from '../../database/statement.ts';
import { countUsersBeyond } from './sql/countUsersBeyond.ts';
import { type MonthlyUsage, readUsageOfAll, readUsageOfUser } from './sql/readMonthlyUsage.ts';

/** What a model may use up in a calendar month, in UTC. */
export type BudgetLimit = { scope: 'USER' | 'INSTALLATION'; unit: 'TOKENS' | 'USD'; limit: number };

/** A limit, how much of it is used, and when the next month begins. */
export type Budget = BudgetLimit & { used: number; resetsAt: Date };

/** Share of a budget from which on users and operators are warned. */
export const warningShare = 0.8;

type BudgetConfig = Pick<
  Config,
  | 'MONTHLY_BUDGET_TOKENS'
  | 'MONTHLY_BUDGET_USD'
  | 'MONTHLY_BUDGET_TOKENS_PER_USER'
  | 'MONTHLY_BUDGET_USD_PER_USER'
>;

/** The limits that are configured. */
export function budgetLimits(config: BudgetConfig): BudgetLimit[] {
  const limits: BudgetLimit[] = [
    { scope: 'USER', unit: 'TOKENS', limit: config.MONTHLY_BUDGET_TOKENS_PER_USER },
    { scope: 'USER', unit: 'USD', limit: config.MONTHLY_BUDGET_USD_PER_USER },
    { scope: 'INSTALLATION', unit: 'TOKENS', limit: config.MONTHLY_BUDGET_TOKENS },
    { scope: 'INSTALLATION', unit: 'USD', limit: config.MONTHLY_BUDGET_USD },
  ];
  return limits.filter(({ limit }) => limit > 0);
}

/** How much of the budgets of a scope is used, for its usage. */
export function budgetsOf(
  limits: readonly BudgetLimit[],
  scope: BudgetLimit['scope'],
  { inputTokens, outputTokens, costUsd, until }: MonthlyUsage,
): Budget[] {
  return limits
    .filter((limit) => limit.scope === scope)
    .map((limit) => ({
      ...limit,
      used: limit.unit === 'TOKENS' ? inputTokens + outputTokens : costUsd,
      resetsAt: until,
    }));
}

/** The budgets that limit a user's jobs. Without limits, nothing is read. */
export async function readBudgets(
  sql: Sql,
  userId: string,
  limits: readonly BudgetLimit[],
): Promise<Budget[]> {
  const has = (scope: BudgetLimit['scope']) => limits.some((limit) => limit.scope === scope);
  const [ofUser, ofAll] = await Promise.all([
    has('USER') ? readUsageOfUser(sql, { userId }) : null,
    has('INSTALLATION') ? readUsageOfAll(sql) : null,
  ]);
  return [
    ...(ofUser === null ? [] : budgetsOf(limits, 'USER', ofUser)),
    ...(ofAll === null ? [] : budgetsOf(limits, 'INSTALLATION', ofAll)),
  ];
}

/** Users who have used at least that share of a budget of theirs in this month; null where users have no budgets. */
export async function countUsersNearBudget(
  sql: Sql,
  limits: readonly BudgetLimit[],
  share: number,
): Promise<number | null> {
  const part = (wanted: BudgetLimit['unit']) => {
    const limit = limits.find(({ scope, unit }) => scope === 'USER' && unit === wanted)?.limit;
    return limit === undefined ? null : limit * share;
  };
  const beyond = { tokens: part('TOKENS'), usd: part('USD') };
  return beyond.tokens === null && beyond.usd === null ? null : countUsersBeyond(sql, beyond);
}
