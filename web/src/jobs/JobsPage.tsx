import { Link, useSearch } from 'wouter';
import { Empty } from '../app/Empty.tsx';
import { Pager } from '../app/Pager.tsx';
import { Problem } from '../app/Problem.tsx';
import { pageCursor } from '../app/pageCursor.ts';
import { JOBS } from '../app/paths.ts';
import { useTitle } from '../app/useTitle.ts';
import { JobRow } from './JobRow.tsx';
import { FILTERS, type FilterName, filterNamed } from './jobFilter.ts';
import { useJobList } from './useJobList.ts';

const PAGE_SIZE = 20;

/** All jobs of the viewer, newest first, by state. */
export function JobsPage() {
  useTitle('Jobs');
  const search = new URLSearchParams(useSearch());
  const filter = filterNamed(search.get('status'));
  const { jobs, page, error, loading, reread } = useJobList({
    ...pageCursor(search, PAGE_SIZE),
    filter: filter.status === null ? null : { status: [...filter.status] },
  });
  return (
    <main className="page" id="content">
      <div className="page-head">
        <h1>Jobs</h1>
        {page && <span className="page-count">{page.totalCount.toLocaleString('en')}</span>}
      </div>
      <FilterBar present={filter.name} />
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
      {page && <Pager pageInfo={page.pageInfo} path={JOBS} search={search} />}
    </main>
  );
}

function FilterBar({ present }: { present: FilterName }) {
  return (
    <nav className="segments" aria-label="Filter by status">
      {FILTERS.map(({ name, word }) => (
        <Link
          key={name}
          href={name === 'all' ? JOBS : `${JOBS}?status=${name}`}
          aria-current={name === present ? 'page' : undefined}
        >
          {word}
        </Link>
      ))}
    </nav>
  );
}
