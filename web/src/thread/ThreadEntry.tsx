import type { ThreadJobFragment } from '../generated/graphql.ts';
import { CancelJob } from '../jobs/commands/CancelJob.tsx';
import { FailureNotice } from '../jobs/display/FailureNotice.tsx';
import { JobInstruction } from '../jobs/display/JobInstruction.tsx';
import { ProgressBar } from '../jobs/display/ProgressBar.tsx';
import { StatusBadge } from '../jobs/display/StatusBadge.tsx';
import { hasPartialResult } from '../jobs/state/hasPartialResult.ts';
import { isTerminal } from '../jobs/state/status.ts';
import { formatAge, formatQueuePosition } from '../jobs/texts/format.ts';
import { formatProgress } from '../language/formats.ts';
import { t } from '../language/language.ts';
import { useNow } from '../ui/useNow.ts';
import { type CanvasActions, JobActions } from './JobActions.tsx';
import { JobResult } from './JobResult.tsx';

type Props = {
  job: ThreadJobFragment;
  /** Null: the canvas can't be changed. */
  actions: CanvasActions | null;
};

/** A job of a canvas in short: its instruction, its state, what it changed and what can be done. */
export function ThreadEntry({ job, actions }: Props) {
  const now = useNow(30_000);
  return (
    <article className="job" aria-label={job.instruction}>
      <JobInstruction text={job.instruction} />
      <div className="job-head">
        <StatusBadge {...job} />
        <span className="job-note figures">{stateText(job, now)}</span>
        {actions && isTerminal(job.status) && <JobActions job={job} actions={actions} look="icon" />}
      </div>
      {isTerminal(job.status) ? <Ended job={job} /> : <Active job={job} />}
    </article>
  );
}

function stateText(job: ThreadJobFragment, now: number): string {
  if (job.status === 'PROCESSING') return formatProgress(job.progress);
  if (job.status === 'QUEUED' && job.queuePosition !== null) return formatQueuePosition(job.queuePosition);
  return formatAge(job.finishedAt ?? job.createdAt, now);
}

function Active({ job }: { job: ThreadJobFragment }) {
  if (job.status === 'CANCELLING') return null;
  return (
    <>
      {job.status === 'PROCESSING' && <ProgressBar share={job.progress} label={t('job.progress')} />}
      <CancelJob jobId={job.id} hasResult={hasPartialResult(job)} />
    </>
  );
}

function Ended({ job }: { job: ThreadJobFragment }) {
  return (
    <>
      {job.status === 'FAILED' && <FailureNotice job={job} error={job.error} />}
      {job.status === 'CANCELLED' && job.canvasVersion === null && (
        <p className="job-note">{t('job.notChanged')}</p>
      )}
      <JobResult job={job} />
    </>
  );
}
