import type { JobPageJobFragment } from '../../generated/graphql.ts';
import { failureTexts } from '../../jobs/failureText.ts';
import { formatDuration } from '../../jobs/format.ts';
import { plannerName } from '../../jobs/plannerName.ts';
import { t } from '../../language/language.ts';
import { useNow } from '../../ui/useNow.ts';
import { formatTime } from './eventText.ts';
import { usageText } from './usageText.ts';

type Attempt = JobPageJobFragment['attempts'][number];
type Props = { attempts: readonly Attempt[]; isOperator: boolean };

/** The attempts of a job with their outcomes, oldest first. */
export function Attempts({ attempts, isOperator }: Props) {
  if (attempts.length === 0) return null;
  return (
    <section className="job-page-section" aria-labelledby="job-attempts">
      <h2 id="job-attempts">{t('dashboard.job.attempts')}</h2>
      <ol className="attempt-list">
        {attempts.map((attempt) => (
          <AttemptItem key={attempt.number} attempt={attempt} isOperator={isOperator} />
        ))}
      </ol>
    </section>
  );
}

function AttemptItem({ attempt, isOperator }: { attempt: Attempt; isOperator: boolean }) {
  const { number, outcome, planner, model, usage, error, workerId, retryDelayMs } = attempt;
  const facts = [
    planner && plannerName(planner, model),
    usage && usageText(usage),
    retryDelayMs !== null && t('job.retriedAfter', { time: formatDuration(retryDelayMs) }),
    isOperator && t('dashboard.job.worker', { id: workerId }),
  ];
  return (
    <li>
      <p>
        <strong>
          {t('dashboard.job.attempt', { number, outcome: t(`job.outcome.${outcome ?? 'RUNNING'}`) })}
        </strong>{' '}
        <AttemptTime attempt={attempt} />
      </p>
      <p className="timeline-detail">{facts.filter(Boolean).join(' · ')}</p>
      {error && (
        <div className="notice notice-danger">
          {failureTexts(error).map((text) => (
            <p key={text}>{text}</p>
          ))}
          {isOperator && (
            <p>
              <code>{error.code}</code>
            </p>
          )}
        </div>
      )}
    </li>
  );
}

function AttemptTime({ attempt: { startedAt, finishedAt } }: { attempt: Attempt }) {
  const now = useNow(finishedAt === null ? 1000 : null);
  const end = finishedAt === null ? now : Date.parse(finishedAt);
  const time = formatDuration(end - Date.parse(startedAt));
  return (
    <span className="timeline-time figures">
      {t('dashboard.job.attemptTime', { from: formatTime(startedAt), time })}
    </span>
  );
}
