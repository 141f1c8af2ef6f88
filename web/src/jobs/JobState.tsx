import type { JobDetailFragment } from '../generated/graphql.ts';
import { CancelJob } from './CancelJob.tsx';
import { adviceAfter, failureBeforeRetry } from './failureText.ts';
import { formatObjectCount, formatQueuePosition } from './format.ts';
import type { JobProgress } from './jobProgress.ts';
import { PhaseSteps } from './PhaseSteps.tsx';
import { ProgressBar } from './ProgressBar.tsx';
import { RepeatOnNewCanvas } from './RepeatOnNewCanvas.tsx';
import { RetryCountdown } from './RetryCountdown.tsx';
import { RetryJob } from './RetryJob.tsx';
import { type QueueState, useQueueState } from './useQueueState.ts';

type Props = { job: JobDetailFragment; progress: JobProgress };

/** The progress of a job or its outcome, with the available actions. */
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
      return <p className="job-note">Stopping…</p>;
    case 'COMPLETED':
      return null;
    case 'FAILED':
      return <Failed job={job} progress={progress} />;
    case 'CANCELLED':
      return <Cancelled job={job} progress={progress} />;
  }
}

function Queued({ job }: { job: JobDetailFragment }) {
  const position = job.queuePosition;
  return (
    <>
      <p className="job-note">
        {position !== null && `${formatQueuePosition(position)}. `}
        {startText(useQueueState())}
      </p>
      <CancelJob jobId={job.id} changeCount={0} />
    </>
  );
}

type Leader = NonNullable<JobDetailFragment['leaderProgress']>;

/** A waiting duplicate shows the progress of its leader. */
function WaitingDuplicate({ job, leader }: { job: JobDetailFragment; leader: Leader }) {
  return (
    <>
      <p className="job-note">
        An identical request is already running
        {leader.objectCount > 0 && `, ${formatObjectCount(leader.objectCount)} so far`}. This job gets its
        result.
      </p>
      <ProgressBar share={leader.progress} label="Progress of the running job" />
      <PhaseSteps phase={leader.phase} />
      <CancelJob jobId={job.id} changeCount={0} />
    </>
  );
}

/** When a queued job will start. */
function startText(queue: QueueState | null): string {
  if (queue?.paused) {
    const why = queue.reason ? ` (${queue.reason})` : '';
    return `The queue is paused${why}. The job starts when the queue is resumed. You can close this page.`;
  }
  if (queue?.workersAlive === 0)
    return 'No worker is running. The job starts when one is available. You can close this page.';
  return 'You can close this page. The job continues.';
}

function Running({ job, progress }: Props) {
  return (
    <>
      <ProgressBar share={progress.progress} label="Progress" />
      <PhaseSteps phase={progress.phase} />
      {progress.attempt > 1 && (
        <p className="job-note figures">
          Attempt {progress.attempt} of {job.maxAttempts}
        </p>
      )}
      <CancelJob jobId={job.id} changeCount={progress.objectCount + progress.preview.deleted.size} />
    </>
  );
}

function Waiting({ job, progress }: Props) {
  return (
    <>
      <div className="notice notice-warning">
        <p>
          {failureBeforeRetry(progress.error)}
          {progress.nextAttemptAt && <RetryCountdown at={progress.nextAttemptAt} />}.
        </p>
        <p className="notice-strong">
          Next: attempt {progress.attempt + 1} of {job.maxAttempts}
        </p>
      </div>
      <CancelJob jobId={job.id} changeCount={0} />
    </>
  );
}

function Failed({ job, progress }: Props) {
  const advice = adviceAfter(progress.error);
  return (
    <>
      <div className="notice notice-danger">
        <p>{progress.error?.message ?? 'The job failed.'}</p>
        {advice && <p>{advice}</p>}
        {job.type !== 'CREATE_CANVAS' && <p>Your canvas was not changed.</p>}
      </div>
      {job.canRetry && <RetryJob jobId={job.id} />}
    </>
  );
}

/** A job makes one version at most, so it can't be retried after its partial result was kept. */
const partialResultNotes: Record<JobDetailFragment['type'], string> = {
  CREATE_CANVAS: 'Partial result kept. You can edit it, or draw the whole canvas again as a new one.',
  MODIFY_CANVAS: 'Partial result kept. Ask for the rest below, or undo this job and start over.',
  TIDY_CANVAS: 'Partial result kept. Undo this job to get the former layout back.',
};

function Cancelled({ job, progress }: Props) {
  return (
    <>
      {progress.keepPartial !== null && (
        <p className="job-note">
          {progress.keepPartial ? partialResultNotes[job.type] : 'The canvas was not changed.'}
        </p>
      )}
      {job.canRetry && <RetryJob jobId={job.id} />}
      {progress.keepPartial && job.type === 'CREATE_CANVAS' && (
        <RepeatOnNewCanvas instruction={job.instruction} />
      )}
    </>
  );
}
