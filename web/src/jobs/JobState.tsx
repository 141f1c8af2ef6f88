import type { JobDetailFragment } from '../generated/graphql.ts';
import { AskAgain } from './AskAgain.tsx';
import { CancelJob } from './CancelJob.tsx';
import { adviceAfter, failureBeforeRetry } from './failureText.ts';
import type { JobProgress } from './jobProgress.ts';
import { PhaseSteps } from './PhaseSteps.tsx';
import { ProgressBar } from './ProgressBar.tsx';
import { RetryCountdown } from './RetryCountdown.tsx';
import { RetryJob } from './RetryJob.tsx';
import { type QueueState, useQueueState } from './useQueueState.ts';

type Props = { job: JobDetailFragment; progress: JobProgress };

/** What the job is doing, or how it ended, with what can be done about it. */
export function JobState({ job, progress }: Props) {
  switch (progress.status) {
    case 'QUEUED':
      return progress.nextAttemptAt ? <Waiting job={job} progress={progress} /> : <Queued job={job} />;
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
        {position === null || position <= 1 ? 'Next in line.' : `Number ${position} in line.`}{' '}
        {prospect(useQueueState())}
      </p>
      <CancelJob jobId={job.id} objectCount={0} />
    </>
  );
}

/** What a waiting person can expect. */
function prospect(queue: QueueState | null): string {
  if (queue?.paused) {
    const why = queue.reason ? ` (${queue.reason})` : '';
    return `The queue is paused${why}; the work begins when it is resumed. You can close this page.`;
  }
  if (queue?.workersAlive === 0)
    return 'No worker is running at the moment; it starts as soon as there is one.';
  return 'You can close this page: the work goes on.';
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
      <CancelJob jobId={job.id} objectCount={progress.objectCount} />
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
          Attempt {progress.attempt + 1} of {job.maxAttempts} is next
        </p>
      </div>
      <CancelJob jobId={job.id} objectCount={0} />
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
        {job.type === 'MODIFY_CANVAS' && <p>Your canvas is as it was before.</p>}
      </div>
      {job.canRetry && <RetryJob jobId={job.id} />}
    </>
  );
}

/** A job changes its canvas once, so one that has kept a part can't be tried again itself. */
const KEPT_NOTES: Record<JobDetailFragment['type'], string> = {
  CREATE_CANVAS: 'What had been drawn was kept. You can change it, or have the same drawn on a new canvas.',
  MODIFY_CANVAS:
    'What had been drawn was kept. Ask below for what is missing, or undo this job and ask again.',
};

function Cancelled({ job, progress }: Props) {
  return (
    <>
      {progress.keepPartial !== null && (
        <p className="job-note">
          {progress.keepPartial ? KEPT_NOTES[job.type] : 'Nothing was changed on the canvas.'}
        </p>
      )}
      {job.canRetry && <RetryJob jobId={job.id} />}
      {progress.keepPartial && job.type === 'CREATE_CANVAS' && <AskAgain instruction={job.instruction} />}
    </>
  );
}
