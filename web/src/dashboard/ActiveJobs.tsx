import { memo } from 'react';
import { Link } from 'wouter';
import type { DashboardJobFragment } from '../generated/graphql.ts';
import { CancelJob } from '../jobs/commands/CancelJob.tsx';
import { RetryNow } from '../jobs/commands/RetryNow.tsx';
import { ProgressBar } from '../jobs/display/ProgressBar.tsx';
import { StatusBadge } from '../jobs/display/StatusBadge.tsx';
import { hasPartialResult } from '../jobs/state/hasPartialResult.ts';
import { firstLine } from '../jobs/texts/format.ts';
import { isImport, phaseText } from '../jobs/texts/phaseText.ts';
import { t } from '../language/dashboardTexts.ts';
import { formatNumber, formatProgress } from '../language/formats.ts';
import { jobPath } from '../ui/paths.ts';
import { useNow } from '../ui/useNow.ts';
import { type Selecting, SelectJob, type SelectProps } from './bulk/SelectJob.tsx';
import { JobMeta } from './JobMeta.tsx';
import type { DashboardState } from './lists/updateLists.ts';
import { waitText } from './waitText.ts';

type Props = { data: DashboardState; isEveryones: boolean; selecting: Selecting };

/** Unfinished jobs, live; nothing if there are none. */
export function ActiveJobs({ data, isEveryones, selecting }: Props) {
  if (data.active.length === 0) return null;
  return (
    <section className="dashboard-section" aria-labelledby="active-jobs">
      <h2 id="active-jobs">
        {t('dashboard.active')} <span className="page-count">{formatNumber(data.counts.active)}</span>
      </h2>
      <ul className="job-list">
        {data.active.map((job) => (
          <ActiveJobRow
            key={job.id}
            job={job}
            queue={data.queue}
            isEveryones={isEveryones}
            isSelected={selecting.isSelected(job.id)}
            onSelect={selecting.onSelect}
          />
        ))}
      </ul>
    </section>
  );
}

type RowProps = SelectProps & {
  job: DashboardJobFragment;
  queue: DashboardState['queue'];
  isEveryones: boolean;
};

const ActiveJobRow = memo(function ActiveJobRow({ job, queue, isEveryones, isSelected, onSelect }: RowProps) {
  const title = firstLine(job.instruction);
  return (
    <li className="active-job" data-job={job.id}>
      <SelectJob job={job} isSelected={isSelected} onSelect={onSelect} />
      <p className="job-row-text">
        <Link href={jobPath(job.id)}>{title}</Link>
      </p>
      <StatusBadge {...job} />
      <JobMeta job={job} owner={isEveryones ? job.createdBy.name : null} />
      <ActiveJobState job={job} queue={queue} />
      {(job.status === 'QUEUED' || job.status === 'PROCESSING') && (
        <div className="active-job-actions">
          {job.nextAttemptAt && <RetryNow jobId={job.id} at={job.nextAttemptAt} />}
          <CancelJob jobId={job.id} hasResult={hasPartialResult(job)} />
        </div>
      )}
    </li>
  );
});

function ActiveJobState({ job, queue }: Pick<RowProps, 'job' | 'queue'>) {
  const now = useNow(job.nextAttemptAt === null ? null : 1000);
  const progress = job.status === 'PROCESSING' ? job.progress : job.leaderProgress?.progress;
  return (
    <div className="active-job-state">
      {progress !== undefined && <ProgressBar share={progress} label={t('jobs.progress')} />}
      <p className="job-note figures">
        {job.status === 'QUEUED' && waitText(job, queue, now)}
        {job.status === 'PROCESSING' && runningText(job)}
        {job.status === 'CANCELLING' && t('dashboard.wait.stopping')}
      </p>
    </div>
  );
}

function runningText(job: DashboardJobFragment): string {
  const { phase, progress, attempt, maxAttempts, planner } = job;
  return [
    phaseText(phase, isImport(job, planner)),
    formatProgress(progress),
    attempt > 1 && t('dashboard.runningAttempt', { attempt, maxAttempts }),
  ]
    .filter(Boolean)
    .join(' · ');
}
