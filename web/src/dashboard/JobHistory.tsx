import { memo, useEffect, useEffectEvent, useRef } from 'react';
import { Link } from 'wouter';
import { Button } from '../controls/Button.tsx';
import type { DashboardJobFragment } from '../generated/graphql.ts';
import { StatusBadge } from '../jobs/display/StatusBadge.tsx';
import { firstLine } from '../jobs/texts/format.ts';
import { t } from '../language/dashboardTexts.ts';
import { jobPath } from '../ui/paths.ts';
import { type Selecting, SelectJob, type SelectProps } from './bulk/SelectJob.tsx';
import { HistoryMenu } from './HistoryMenu.tsx';
import { JobMeta } from './JobMeta.tsx';
import type { LoadedJobs } from './lists/jobLists.ts';

type Props = {
  history: LoadedJobs;
  isEveryones: boolean;
  selecting: Selecting;
  isLoadingMore: boolean;
  onLoadMore(): void;
};

/** Finished jobs; the next page loads when the end of the list comes near, or by a button. */
export function JobHistory({ history, isEveryones, selecting, isLoadingMore, onLoadMore }: Props) {
  if (history.jobs.length === 0) return null;
  return (
    <section className="dashboard-section" aria-labelledby="job-history">
      <h2 id="job-history">{t('dashboard.history')}</h2>
      <ul className="job-list job-history">
        {history.jobs.map((job) => (
          <HistoryRow
            key={job.id}
            job={job}
            isEveryones={isEveryones}
            isSelected={selecting.isSelected(job.id)}
            onSelect={selecting.onSelect}
          />
        ))}
      </ul>
      {history.hasNextPage && (
        <LoadMore key={history.endCursor} isLoading={isLoadingMore} onLoad={onLoadMore} />
      )}
    </section>
  );
}

type RowProps = SelectProps & { job: DashboardJobFragment; isEveryones: boolean };

const HistoryRow = memo(function HistoryRow({ job, isEveryones, isSelected, onSelect }: RowProps) {
  const title = firstLine(job.instruction);
  return (
    <li className="job-row" data-job={job.id}>
      <SelectJob job={job} isSelected={isSelected} onSelect={onSelect} />
      <p className="job-row-text">
        <Link href={jobPath(job.id)}>{title}</Link>
      </p>
      <JobMeta job={job} owner={isEveryones ? job.createdBy.name : null} />
      <span className="job-row-state">
        <StatusBadge status={job.status} />
      </span>
      <HistoryMenu job={job} />
    </li>
  );
});

/** How far below the window the next page begins to load. */
const loadAhead = '800px';

function LoadMore({ isLoading, onLoad }: { isLoading: boolean; onLoad(): void }) {
  const place = useRef<HTMLDivElement>(null);
  const load = useEffectEvent(onLoad);
  useEffect(() => {
    if (!place.current) return;
    // One call can report several changes.
    const onChange = (entries: IntersectionObserverEntry[]) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) load();
    };
    const observer = new IntersectionObserver(onChange, { rootMargin: loadAhead });
    observer.observe(place.current);
    return () => observer.disconnect();
  }, []);
  return (
    <div className="load-more" ref={place}>
      <Button aria-disabled={isLoading} onClick={onLoad}>
        {isLoading ? t('dashboard.loading') : t('dashboard.loadMore')}
      </Button>
    </div>
  );
}
