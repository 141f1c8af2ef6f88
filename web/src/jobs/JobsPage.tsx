import { Link, useSearch } from 'wouter';
import { formatNumber } from '../language/formats.ts';
import { Empty } from '../ui/Empty.tsx';
import { Pager } from '../ui/Pager.tsx';
import { Problem } from '../ui/Problem.tsx';
import { pageCursor } from '../ui/pageCursor.ts';
import { jobsPath } from '../ui/paths.ts';
import { useTitle } from '../ui/useTitle.ts';
import { JobRow } from './JobRow.tsx';
import { type FilterName, filterNamed, jobFilters } from './jobFilter.ts';
import { useJobList } from './useJobList.ts';

const pageSize = 20;

/** All jobs of the viewer, newest first, filtered by status. */
export function JobsPage() {
  useTitle('Jobs');
  const search = new URLSearchParams(useSearch());
  const filter = filterNamed(search.get('status'));
  const { jobs, page, error, loading, reread } = useJobList({
    ...pageCursor(search, pageSize),
    filter: filter.status === null ? null : { status: [...filter.status] },
  });
  return (
    <main className="page" id="content">
      <div className="page-head">
        <h1>Jobs</h1>
        {page && <span className="page-count">{formatNumber(page.totalCount)}</span>}
      </div>
      <FilterBar current={filter.name} />
      {error && <Problem error={error} onRetry={reread} />}
      <ul className="job-list" aria-busy={loading}>
        {jobs.map((job) => (
          <JobRow key={job.id} job={job} />
        ))}
      </ul>
      {page && jobs.length === 0 && (
        <Empty heading="h2" title="No jobs">
          Every canvas that you create or change with an instruction is listed here.
        </Empty>
      )}
      {page && <Pager pageInfo={page.pageInfo} path={jobsPath} search={search} />}
    </main>
  );
}

function FilterBar({ current }: { current: FilterName }) {
  return (
    <nav className="segments" aria-label="Filter by status">
      {jobFilters.map(({ name, label }) => (
        <Link
          key={name}
          href={name === 'all' ? jobsPath : `${jobsPath}?status=${name}`}
          aria-current={name === current ? 'page' : undefined}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
