import type { JobDetailFragment } from '../../generated/graphql.ts';
import { t } from '../../language/language.ts';
import { failureReason } from '../texts/failureText.ts';
import { formatDuration } from '../texts/format.ts';

type Attempt = JobDetailFragment['attempts'][number];

/** The attempts of a job, oldest first; nothing for a single attempt that has not failed. */
export function AttemptList({ attempts }: { attempts: readonly Attempt[] }) {
  const [first] = attempts;
  if (!first || (attempts.length === 1 && (first.outcome === null || first.outcome === 'COMPLETED')))
    return null;
  return (
    <details className="attempts">
      <summary>{t('job.attempts', { count: attempts.length })}</summary>
      <ol>
        {attempts.map((attempt) => (
          <li key={attempt.number}>
            <p>
              <strong>{t(`job.outcome.${attempt.outcome ?? 'RUNNING'}`)}</strong>
              {attempt.finishedAt &&
                ` ${t('job.outcomeAfter', { time: duration(attempt.startedAt, attempt.finishedAt) })}`}
              {attempt.retryDelayMs !== null &&
                `, ${t('job.retriedAfter', { time: formatDuration(attempt.retryDelayMs) })}`}
            </p>
            {attempt.error && <p className="attempt-error">{failureReason(attempt.error)}</p>}
          </li>
        ))}
      </ol>
    </details>
  );
}

function duration(from: string, to: string): string {
  return formatDuration(Date.parse(to) - Date.parse(from));
}
