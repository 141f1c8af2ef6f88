import type { ReactNode, Ref } from 'react';
import type { JobDetailFragment } from '../generated/graphql.ts';
import { formatProgress } from '../language/formats.ts';
import { t } from '../language/language.ts';
import { AttemptList } from './AttemptList.tsx';
import { failureReason } from './failureText.ts';
import { formatObjectCount } from './format.ts';
import { JobFacts } from './JobFacts.tsx';
import { JobInstruction } from './JobInstruction.tsx';
import { JobState } from './JobState.tsx';
import type { JobProgress } from './jobProgress.ts';
import { isImport, phaseText } from './phaseText.ts';
import { StatusBadge } from './StatusBadge.tsx';

import { useJobCommands } from './useJobCommands.ts';
import { useJobDetail } from './useJobDetail.ts';
import './job.css';

type Props = {
  ref?: Ref<HTMLElement>;
  job: JobDetailFragment;
  progress: JobProgress;
  refused: string | null;
  /** More actions, depending on the page. */
  children?: ReactNode;
};

/** A job on the page of its canvas, live: its status, actions and details. */
export function JobCard({ ref, job, progress, refused, children }: Props) {
  const detail = useJobDetail(job, progress);
  useJobCommands(detail, progress, { isOnCanvas: true });
  return (
    <section ref={ref} className="job" aria-label={t('job.region')}>
      <JobInstruction text={job.instruction} />
      <div className="job-head">
        <StatusBadge {...progress} />
        {progress.status === 'PROCESSING' && (
          <span className="job-percent figures">{formatProgress(progress.progress)}</span>
        )}
      </div>
      <p className="visually-hidden" role="status">
        {announcement(detail, progress)}
      </p>
      {refused && (
        <p className="notice notice-warning" role="alert">
          {refused}
        </p>
      )}
      <JobState job={detail} progress={progress} />
      {children}
      <JobFacts job={detail} progress={progress} />
      <AttemptList attempts={detail.attempts} />
    </section>
  );
}

/** Text for screen readers: phases, not each percentage. */
export function announcement(job: Pick<JobDetailFragment, 'type'>, progress: JobProgress): string {
  const { status, phase, objectCount, error, planner } = progress;
  if (status === 'PROCESSING') return phaseText(phase, isImport(job, planner));
  if (status === 'COMPLETED') return t('job.done', { objects: formatObjectCount(objectCount) });
  const label = t(`jobs.status.${status}`);
  return error ? `${label}: ${failureReason(error)}` : label;
}
