import type { JobDetailFragment } from '../../generated/graphql.ts';
import { t } from '../../language/language.ts';
import { CancelJob } from '../commands/CancelJob.tsx';
import { RetryNow } from '../commands/RetryNow.tsx';
import { FailureNotice } from '../display/FailureNotice.tsx';
import { ProgressBar } from '../display/ProgressBar.tsx';
import { QueueNote } from '../display/QueueNote.tsx';
import { hasPartialResult } from '../state/hasPartialResult.ts';
import type { JobProgress } from '../state/jobProgress.ts';
import { failureBeforeRetry } from '../texts/failureText.ts';
import { formatObjectCount, formatQueuePosition } from '../texts/format.ts';
import { isImport } from '../texts/phaseText.ts';
import { queueText } from '../texts/queueText.ts';
import { useQueueState } from '../updates/useQueueState.ts';
import { PhaseSteps } from './PhaseSteps.tsx';
import { RetryCountdown } from './RetryCountdown.tsx';
import { TimeLeft } from './TimeLeft.tsx';

type Props = { job: JobDetailFragment; progress: JobProgress };

/** The progress of a job, which can be cancelled, or its outcome. */
export function JobState({ job, progress }: Props) {
  switch (progress.status) {
    case 'QUEUED':
      if (progress.nextAttemptAt) return <Waiting job={job} progress={progress} />;
      return job.leaderProgress ? (
        <WaitingDuplicate job={job} leader={job.leaderProgress} />
      ) : (
        <Queued job={job} />
      );
    case 'PROCESSING':
      return <Running job={job} progress={progress} />;
    case 'CANCELLING':
      return <p className="job-note">{t('job.stopping')}</p>;
    case 'COMPLETED':
      return null;
    case 'FAILED':
      return <FailureNotice job={job} error={progress.error} />;
    case 'CANCELLED':
      return <Cancelled job={job} progress={progress} />;
  }
}

function Queued({ job }: { job: JobDetailFragment }) {
  const position = job.queuePosition;
  const ownJobs = job.waitReason === 'USER_LIMIT' ? t('jobs.queue.ownJobs') : null;
  return (
    <>
      <p className="job-note">
        {position !== null && `${formatQueuePosition(position)}. `}
        {[queueText(useQueueState()) ?? ownJobs, t('job.closePage')].filter(Boolean).join(' ')}
      </p>
      <TimeLeft job={job} />
      <CancelJob jobId={job.id} hasResult={false} />
    </>
  );
}

type Leader = NonNullable<JobDetailFragment['leaderProgress']>;

/** A waiting duplicate shows the progress of its leader. */
function WaitingDuplicate({ job, leader }: { job: JobDetailFragment; leader: Leader }) {
  return (
    <>
      <p className="job-note">
        {leader.objectCount > 0
          ? t('job.duplicateSoFar', { objects: formatObjectCount(leader.objectCount) })
          : t('job.duplicate')}
      </p>
      <ProgressBar share={leader.progress} label={t('job.leaderProgress')} />
      <PhaseSteps phase={leader.phase} />
      <CancelJob jobId={job.id} hasResult={false} />
    </>
  );
}

function Running({ job, progress }: Props) {
  return (
    <>
      <ProgressBar share={progress.progress} label={t('job.progress')} />
      <PhaseSteps phase={progress.phase} isOfImport={isImport(job, progress.planner)} />
      <TimeLeft job={job} />
      {progress.attempt > 1 && (
        <p className="job-note figures">
          {t('job.attemptOf', { attempt: progress.attempt, attempts: job.maxAttempts })}
        </p>
      )}
      <CancelJob
        jobId={job.id}
        hasResult={hasPartialResult({ ...job, ...progress }, progress.preview.deleted.size)}
      />
    </>
  );
}

function Waiting({ job, progress }: Props) {
  return (
    <>
      <div className="notice notice-warning">
        <p>
          {failureBeforeRetry(progress.error)}
          {progress.nextAttemptAt && <RetryCountdown at={progress.nextAttemptAt} />}
        </p>
        <p className="notice-strong">
          {t('job.nextAttempt', { attempt: progress.attempt + 1, attempts: job.maxAttempts })}
        </p>
      </div>
      <QueueNote />
      <div className="job-waiting-actions">
        {progress.nextAttemptAt && <RetryNow jobId={job.id} at={progress.nextAttemptAt} />}
        <CancelJob jobId={job.id} hasResult={false} />
      </div>
    </>
  );
}

function Cancelled({ job, progress }: Props) {
  if (progress.keepPartial === null) return null;
  return (
    <p className="job-note">
      {progress.keepPartial ? t(`job.partialResult.${job.type}`) : t('job.notChanged')}
    </p>
  );
}
