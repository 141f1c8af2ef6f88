import type { AttemptOutcome, JobDetailFragment } from '../generated/graphql.ts';
import { formatDuration } from './format.ts';

type Attempt = JobDetailFragment['attempts'][number];

const outcomeLabels: Record<AttemptOutcome, string> = {
  COMPLETED: 'Completed',
  FAILED: 'Failed',
  CANCELLED: 'Cancelled',
  LOST: 'Worker lost',
  RELEASED: 'Released',
};

/** The attempts of a job, oldest first; nothing for a single attempt that has not failed. */
export function AttemptList({ attempts }: { attempts: readonly Attempt[] }) {
  const [first] = attempts;
  if (!first || (attempts.length === 1 && (first.outcome === null || first.outcome === 'COMPLETED')))
    return null;
  return (
    <details className="attempts">
      <summary>{attempts.length === 1 ? '1 attempt' : `${attempts.length} attempts`}</summary>
      <ol>
        {attempts.map((attempt) => (
          <li key={attempt.number}>
            <p>
              <strong>{attempt.outcome ? outcomeLabels[attempt.outcome] : 'Running'}</strong>
              {attempt.finishedAt && ` after ${duration(attempt.startedAt, attempt.finishedAt)}`}
              {attempt.retryDelayMs !== null && `, retried after ${formatDuration(attempt.retryDelayMs)}`}
            </p>
            {attempt.error && <p className="attempt-error">{attempt.error.message}</p>}
          </li>
        ))}
      </ol>
    </details>
  );
}

function duration(from: string, to: string): string {
  return formatDuration(Date.parse(to) - Date.parse(from));
}
