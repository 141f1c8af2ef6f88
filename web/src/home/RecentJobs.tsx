import { Link } from 'wouter';
import { JobRow } from '../jobs/display/JobRow.tsx';
import { QueueNote } from '../jobs/display/QueueNote.tsx';
import type { JobList } from '../jobs/updates/useJobList.ts';
import { t } from '../language/language.ts';
import { jobsPath } from '../ui/paths.ts';

/** The newest jobs, with a link to all of them; nothing before the first one. */
export function RecentJobs({ list: { jobs, page } }: { list: JobList }) {
  if (jobs.length === 0) return null;
  return (
    <section aria-labelledby="home-jobs">
      <div className="section-head">
        <h2 id="home-jobs">{t('home.recentJobs')}</h2>
        {page && page.totalCount > jobs.length && (
          <Link href={jobsPath}>{t('home.allJobs', { count: page.totalCount })}</Link>
        )}
      </div>
      {jobs.some(({ status }) => status === 'QUEUED') && <QueueNote />}
      <ul className="job-list">
        {jobs.map((job) => (
          <JobRow key={job.id} job={job} />
        ))}
      </ul>
    </section>
  );
}
