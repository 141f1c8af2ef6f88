import { formatMonthStart, warningShare } from '../api/errors/budgetText.ts';
import { OpsUsageDocument, type OpsUsageQuery } from '../generated/graphql.ts';
import { formatNumber, formatProgress, formatUsd } from '../language/formats.ts';
import { t } from '../language/opsTexts.ts';
import { Problem } from '../ui/messages/Problem.tsx';
import { Figure } from './section/Figure.tsx';
import { OpsSection } from './section/OpsSection.tsx';
import { usePolled } from './section/usePolled.ts';

type MonthlyUsage = NonNullable<OpsUsageQuery['monthlyUsage']>;

/** What all users together have used in this month, and how much of the budgets that is. */
export function Usage() {
  const { data, error, reread } = usePolled(OpsUsageDocument, {}, 30_000);
  const usage = data?.monthlyUsage;
  return (
    <OpsSection title={t('ops.usage.title')} query={OpsUsageDocument}>
      {!usage && error && <Problem error={error} onRetry={reread} />}
      {usage && <Figures usage={usage} />}
    </OpsSection>
  );
}

function Figures({ usage }: { usage: MonthlyUsage }) {
  const { inputTokens, outputTokens, estimatedCostUsd, until } = usage;
  const tokens = formatNumber(inputTokens + outputTokens);
  return (
    <>
      <dl className="live-figures wide-figures">
        <Figure label={t('ops.usage.tokens')} value={tokens} {...shareOf(usage, 'TOKENS', formatNumber)} />
        <Figure
          label={t('ops.usage.cost')}
          value={formatUsd(estimatedCostUsd)}
          {...shareOf(usage, 'USD', formatUsd)}
        />
        <UsersNearBudget usage={usage} />
      </dl>
      <p className="soft">{t('ops.usage.until', { time: formatMonthStart(until) })}</p>
    </>
  );
}

/** Null where users have no budgets. */
function UsersNearBudget({ usage: { usersNearBudget, usersOverBudget } }: { usage: MonthlyUsage }) {
  if (usersNearBudget === null) return null;
  return (
    <Figure
      label={t('ops.usage.users')}
      value={formatNumber(usersNearBudget)}
      note={t('ops.usage.usersOver', { count: usersOverBudget ?? 0 })}
      alarm={usersNearBudget > 0 ? 'warning' : null}
    />
  );
}

/** How much of the budget is used, if there is one. */
function shareOf({ budgets }: MonthlyUsage, wanted: 'TOKENS' | 'USD', format: (value: number) => string) {
  const budget = budgets.find(({ unit }) => unit === wanted);
  if (budget === undefined) return { note: t('ops.usage.noBudget') };
  const share = budget.used / budget.limit;
  return {
    note: t('ops.usage.ofBudget', { share: formatProgress(share), limit: format(budget.limit) }),
    alarm: share >= 1 ? ('danger' as const) : share >= warningShare ? ('warning' as const) : null,
  };
}
