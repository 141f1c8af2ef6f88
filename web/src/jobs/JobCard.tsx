import type { ReactNode } from 'react';
import { cutText, isLongerThan } from '../../../src/canvas/model/cutText.ts';
import type { JobDetailFragment } from '../generated/graphql.ts';
import { AttemptList } from './AttemptList.tsx';
import { formatObjectCount } from './format.ts';
import { JobFacts } from './JobFacts.tsx';
import { JobState } from './JobState.tsx';
import type { JobProgress } from './jobProgress.ts';
import { StatusBadge } from './StatusBadge.tsx';
import { PHASES, STATUS_WORDS } from './status.ts';
import { useJobDetail } from './useJobDetail.ts';
import './job.css';

type Props = {
  job: JobDetailFragment;
  progress: JobProgress;
  refused: string | null;
  /** What else can be done about the job where it is shown. */
  children?: ReactNode;
};

/** One job, live: its state, what can be done about it, and the facts about how it was made. */
export function JobCard({ job, progress, refused, children }: Props) {
  const detail = useJobDetail(job, progress);
  const waitsForRetry = progress.status === 'QUEUED' && progress.nextAttemptAt !== null;
  return (
    <section className="job" aria-label="Job">
      <div className="job-head">
        <StatusBadge status={progress.status} waitsForRetry={waitsForRetry} />
        {progress.status === 'PROCESSING' && (
          <span className="job-percent figures">{Math.round(progress.progress * 100)}%</span>
        )}
      </div>
      <p className="visually-hidden" role="status">
        {announcement(progress)}
      </p>
      {refused && (
        <p className="notice notice-warning" role="alert">
          {refused}
        </p>
      )}
      <JobState job={detail} progress={progress} />
      <Instruction text={job.instruction} />
      {detail.warnings.map((warning) => (
        <p key={warning} className="notice">
          {warning}
        </p>
      ))}
      {children}
      <JobFacts job={detail} progress={progress} />
      <AttemptList attempts={detail.attempts} />
    </section>
  );
}

/** What a screen reader is told: phases rather than every per cent. */
export function announcement({ status, phase, objectCount, error }: JobProgress): string {
  if (status === 'PROCESSING') return PHASES.find((entry) => entry.phase === phase)?.word ?? '';
  if (status === 'COMPLETED') return `Done: ${formatObjectCount(objectCount)} added or changed`;
  return error ? `${STATUS_WORDS[status]}: ${error.message}` : STATUS_WORDS[status];
}

/** Beyond this many characters an instruction is folded. */
const LONG = 220;

function Instruction({ text }: { text: string }) {
  if (!isLongerThan(text, LONG)) return <p className="job-instruction">{text}</p>;
  return (
    <details className="job-instruction job-instruction-long">
      <summary>
        <span>{cutText(text, LONG)}</span>
      </summary>
      <p>{text}</p>
    </details>
  );
}
