import type { JobSummaryFragment } from '../../generated/graphql.ts';
import { ProgressBar } from '../../jobs/display/ProgressBar.tsx';
import { StatusBadge } from '../../jobs/display/StatusBadge.tsx';
import { firstLine } from '../../jobs/texts/format.ts';
import { t } from '../../language/language.ts';

const maxShown = 3;

/** What is going on on a canvas: status and progress of each unfinished job; nothing if there is none. */
export function CardJobs({ jobs }: { jobs: readonly JobSummaryFragment[] }) {
  if (jobs.length === 0) return null;
  const more = jobs.length - maxShown;
  return (
    <div className="card-jobs">
      {jobs.slice(0, maxShown).map((job) => (
        <CardJob key={job.id} job={job} />
      ))}
      {more > 0 && <span>{t('home.moreJobs', { count: more })}</span>}
    </div>
  );
}

function CardJob({ job: { status, progress, instruction, nextAttemptAt } }: { job: JobSummaryFragment }) {
  return (
    <div className="card-job">
      <StatusBadge status={status} nextAttemptAt={nextAttemptAt} />
      {status === 'PROCESSING' && <ProgressBar share={progress} label={firstLine(instruction)} />}
    </div>
  );
}
