import type { BudgetFieldsFragment } from '../generated/graphql.ts';
import { formatMoment, formatNumber, formatProgress, formatUsd } from '../language/formats.ts';
import { t } from '../language/language.ts';

/** What is used of a budget, and when it begins again. */
export function budgetText(budget: BudgetFieldsFragment, state: 'usedUp' | 'nearlyUsedUp'): string {
  const { scope, unit, used, limit, resetsAt } = budget;
  const amount = (value: number) =>
    unit === 'USD' ? formatUsd(value) : t('connection.budget.tokens', { count: Math.round(value) });
  return t(`connection.budget.${state}.${scope}`, {
    share: formatProgress(used / limit),
    used: unit === 'USD' ? amount(used) : formatNumber(Math.round(used)),
    limit: amount(limit),
    time: formatMoment(resetsAt),
  });
}
