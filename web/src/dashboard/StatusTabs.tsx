import { Link } from 'wouter';
import { t } from '../language/dashboardTexts.ts';
import { formatNumber } from '../language/formats.ts';
import { jobsPath } from '../ui/paths.ts';
import { type JobFilters, type StatusGroup, statusGroups, writeFilters } from './filters/filters.ts';

type Props = { filters: JobFilters; counts: Record<StatusGroup, number> | null };

/** Links to the groups of states, each with the number of its jobs that match the other filters. */
export function StatusTabs({ filters, counts }: Props) {
  return (
    <nav className="segments" aria-label={t('dashboard.filterByStatus')}>
      {statusGroups.map((status) => (
        <Link
          key={status}
          href={jobsPath + writeFilters({ ...filters, status })}
          aria-current={status === filters.status ? 'page' : undefined}
        >
          {t(`dashboard.group.${status}`)}{' '}
          <span className="segment-count figures">{counts && formatNumber(counts[status])}</span>
        </Link>
      ))}
    </nav>
  );
}
