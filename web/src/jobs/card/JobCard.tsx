import type { ReactNode, Ref } from 'react';
import type { JobDetailFragment } from '../../generated/graphql.ts';
import { formatProgress } from '../../language/formats.ts';
import { t } from '../../language/language.ts';
import { useJobCommands } from '../commands/useJobCommands.ts';
import { JobInstruction } from '../display/JobInstruction.tsx';
import { StatusBadge } from '../display/StatusBadge.tsx';
import type { JobProgress } from '../state/jobProgress.ts';
import { failureReason } from '../texts/failureText.ts';
import { formatObjectCount } from '../texts/format.ts';
import { isImport, phaseText } from '../texts/phaseText.ts';
import { useJobDetail } from '../updates/useJobDetail.ts';
import { AttemptList } from './AttemptList.tsx';
import { JobFacts } from './JobFacts.tsx';
import { JobState } from './JobState.tsx';
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
