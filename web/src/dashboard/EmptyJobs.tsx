import { Link } from 'wouter';
import { t } from '../language/dashboardTexts.ts';
import { Empty } from '../ui/messages/Empty.tsx';
import { jobsPath } from '../ui/paths.ts';
import { clearedFilters, type JobFilters, setConditions, writeFilters } from './filters/filters.ts';

/** Shown when no job matches: why, and a way to see the others. */
export function EmptyJobs({ filters }: { filters: JobFilters }) {
  const conditions = setConditions(filters);
  if (conditions.length === 0 && filters.status === 'all') {
    return (
      <Empty heading="h2" title={t('dashboard.empty.none')}>
        {t('dashboard.empty.noneText')}
      </Empty>
    );
  }
  return (
    <Empty heading="h2" title={emptyTitle(filters, conditions)}>
      {t('dashboard.empty.filteredText')}{' '}
      <Link href={jobsPath + writeFilters(clearedFilters(filters))}>{t('dashboard.clearFilters')}</Link>
    </Empty>
  );
}

function emptyTitle({ status, text }: JobFilters, conditions: readonly string[]): string {
  if (conditions.length === 0 && status !== 'all') return t(`dashboard.empty.${status}`);
  const isTextAlone = conditions.length === 1 && conditions[0] === 'text' && status === 'all';
  return isTextAlone ? t('dashboard.empty.text', { text }) : t('dashboard.empty.filtered');
}
