import { useEffect } from 'react';
import { useQuery } from 'urql';
import { doc } from '../../api/document.ts';
import {
  AttemptDetailsDocument,
  type AttemptDetailsQuery,
  type JobPageJobFragment,
} from '../../generated/graphql.ts';
import { FailureTexts } from '../../jobs/display/FailureTexts.tsx';
import { formatDuration } from '../../jobs/texts/format.ts';
import { plannerName } from '../../jobs/texts/plannerName.ts';
import { t } from '../../language/dashboardTexts.ts';
import { useNow } from '../../ui/useNow.ts';
import { formatTime } from './log/eventText.ts';
import { usageText } from './usageText.ts';

type Attempt = JobPageJobFragment['attempts'][number];
type Props = { job: Pick<JobPageJobFragment, 'id' | 'attempts'>; isOperator: boolean };

/** The attempts of a job with their outcomes, oldest first. */
export function Attempts({ job, isOperator }: Props) {
  const { attempts } = job;
  const detailsOf = useDetails(job, isOperator);
  if (attempts.length === 0) return null;
  return (
    <section className="job-page-section" aria-labelledby="job-attempts">
      <h2 id="job-attempts">{t('dashboard.job.attempts')}</h2>
      <ol className="attempt-list">
        {attempts.map((attempt) => (
          <AttemptItem
            key={attempt.number}
            attempt={attempt}
            details={detailsOf(attempt.number)}
            isOperator={isOperator}
          />
        ))}
      </ol>
    </section>
  );
}

type Details = NonNullable<AttemptDetailsQuery['job']>['attempts'][number];

/** Returns what only operators see of an attempt: undefined for others. */
function useDetails(
  { id, attempts }: Props['job'],
  isOperator: boolean,
): (number: number) => Details | undefined {
  const [{ data }, read] = useQuery({
    ...{ query: doc(AttemptDetailsDocument), variables: { id } },
    pause: true,
  });
  const count = attempts.length;
  const failureCount = attempts.filter(({ error }) => error !== null).length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: reads again after a failure
  useEffect(() => {
    if (isOperator && count > 0) read({ requestPolicy: 'network-only' });
  }, [read, isOperator, count, failureCount]);
  return (number) => data?.job?.attempts.find((each) => each.number === number);
}

type ItemProps = { attempt: Attempt; details: Details | undefined; isOperator: boolean };

function AttemptItem({ attempt, details, isOperator }: ItemProps) {
  const { number, outcome, planner, model, usage, error, retryDelayMs } = attempt;
  const facts = [
    planner && plannerName(planner, model),
    usage && usageText(usage),
    retryDelayMs !== null && t('job.retriedAfter', { time: formatDuration(retryDelayMs) }),
    details?.worker && t('dashboard.job.worker', details.worker),
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
          <FailureTexts error={error} />
          {isOperator && (
            <p>
              <code>{error.code}</code>
            </p>
          )}
          {details?.errorDetail && (
            <p className="attempt-detail">
              {t('dashboard.job.errorDetail')} <code>{details.errorDetail}</code>
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
