import type { BudgetFieldsFragment } from '../../generated/graphql.ts';
import { formatNumber, formatProgress, formatUsd } from '../../language/formats.ts';
import { currentLocale, t } from '../../language/language.ts';

/** Share of a budget from which on there is a warning. */
export const warningShare = 0.8;

/** A month in UTC begins at any hour of another time zone, but never within a minute. */
const momentParts = { day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' } as const;

/** What is used of a budget, and when it begins again. */
export function budgetText(budget: BudgetFieldsFragment, state: 'usedUp' | 'nearlyUsedUp'): string {
  const { scope, unit, used, limit, resetsAt } = budget;
  const amount = (value: number) =>
    unit === 'USD' ? formatUsd(value) : t('connection.budget.tokens', { count: Math.round(value) });
  return t(`connection.budget.${state}.${scope}`, {
    share: formatProgress(used / limit),
    used: unit === 'USD' ? amount(used) : formatNumber(Math.round(used)),
    limit: amount(limit),
    time: formatMonthStart(resetsAt),
  });
}

/** When a month begins in UTC, in the time zone of the viewer: `December 1 at 1:00 AM`. */
export function formatMonthStart(moment: string): string {
  return new Date(moment).toLocaleString(currentLocale(), momentParts);
}
