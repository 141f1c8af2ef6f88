import { useLocation, useSearch } from 'wouter';
import { t } from '../language/dashboardTexts.ts';
import { formatNumber } from '../language/formats.ts';
import { Problem } from '../ui/messages/Problem.tsx';
import { jobsPath } from '../ui/paths.ts';
import { useTitle } from '../ui/useTitle.ts';
import { ActiveJobs } from './ActiveJobs.tsx';
import { BulkBar } from './bulk/BulkBar.tsx';
import { useBulkActions } from './bulk/useBulkActions.ts';
import { useSelecting } from './bulk/useSelecting.ts';
import { EmptyJobs } from './EmptyJobs.tsx';
import { FilterBar } from './filters/FilterBar.tsx';
import { type JobFilters, writeFilters } from './filters/filters.ts';
import { JobHistory } from './JobHistory.tsx';
import { StatusTabs } from './StatusTabs.tsx';
import { useDashboard } from './useDashboard.ts';
import { useKeptPosition } from './useKeptPosition.ts';
import '../jobs/card/job.css';
import '../jobs/display/jobList.css';
import './dashboard.css';

/** Jobs: those that are active, live, and the finished ones, with filters that the address keeps. */
export function DashboardPage() {
  useTitle(t('dashboard.title'));
  const [, navigate] = useLocation();
  const dashboard = useDashboard(useSearch());
  const { data, error, isLoading, isLoadingMore, filters, store, refresh } = dashboard;
  useKeptPosition(data ? data.history.jobs.length : null, store.loadUpTo);

  /** While a text is typed, the address changes without new entries in the history of the browser. */
  function filterBy(change: Partial<JobFilters>, isTyping = false): void {
    navigate(jobsPath + writeFilters({ ...filters, ...change }), { replace: isTyping });
  }

  const selecting = useSelecting(data, filters);
  const bulk = useBulkActions(selecting.selection, filters, () => {
    selecting.clear();
    refresh();
  });

  const total = data?.counts[data.filters.status];
  const isEveryones = filters.scope === 'all';
  return (
    <main className="page dashboard" id="content">
      <div className="page-head">
        <h1>{t('dashboard.title')}</h1>
        <span className="page-count figures">{total !== undefined && formatNumber(total)}</span>
      </div>
      <p className="dashboard-lead">{t(isEveryones ? 'dashboard.leadAll' : 'dashboard.lead')}</p>
      <StatusTabs filters={filters} counts={data?.counts ?? null} />
      <FilterBar filters={filters} onChange={filterBy} />
      <p className="visually-hidden" role="status">
        {total !== undefined && !isLoading && t('dashboard.matches', { count: total })}
      </p>
      {error && <Problem error={error} onRetry={refresh} hasContent={data !== null} />}
      {data && (
        <div className="dashboard-lists" aria-busy={isLoading}>
          <ActiveJobs data={data} isEveryones={isEveryones} selecting={selecting} />
          <JobHistory
            history={data.history}
            isEveryones={isEveryones}
            selecting={selecting}
            isLoadingMore={isLoadingMore}
            onLoadMore={() => void store.loadMore()}
          />
          <BulkBar
            data={data}
            selection={selecting.selection}
            actions={bulk}
            onSelectAll={selecting.selectAll}
            onClear={selecting.clear}
          />
          {total === 0 && <EmptyJobs filters={data.filters} />}
        </div>
      )}
    </main>
  );
}
