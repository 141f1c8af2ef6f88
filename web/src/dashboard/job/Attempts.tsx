import { useEffect } from 'react';
import { useQuery } from 'urql';
import { doc } from '../../api/document.ts';
import { AttemptWorkersDocument, type JobPageJobFragment } from '../../generated/graphql.ts';
import { FailureTexts } from '../../jobs/FailureTexts.tsx';
import { formatDuration } from '../../jobs/format.ts';
import { plannerName } from '../../jobs/plannerName.ts';
import { t } from '../../language/language.ts';
import { useNow } from '../../ui/useNow.ts';
import { formatTime } from './eventText.ts';
import { usageText } from './usageText.ts';

type Attempt = JobPageJobFragment['attempts'][number];
type Props = { job: Pick<JobPageJobFragment, 'id' | 'attempts'>; isOperator: boolean };

/** The attempts of a job with their outcomes, oldest first. */
export function Attempts({ job, isOperator }: Props) {
  const { attempts } = job;
  const workerOf = useWorkers(job, isOperator);
  if (attempts.length === 0) return null;
  return (
    <section className="job-page-section" aria-labelledby="job-attempts">
      <h2 id="job-attempts">{t('dashboard.job.attempts')}</h2>
      <ol className="attempt-list">
        {attempts.map((attempt) => (
          <AttemptItem
            key={attempt.number}
            attempt={attempt}
            worker={workerOf(attempt.number)}
            isOperator={isOperator}
          />
        ))}
      </ol>
    </section>
  );
}

type Worker = { host: string; pid: number };

/** Returns the worker of an attempt: null for those who are no operators, and once its entry is cleaned up. */
function useWorkers({ id, attempts }: Props['job'], isOperator: boolean): (number: number) => Worker | null {
  const [{ data }, read] = useQuery({
    ...{ query: doc(AttemptWorkersDocument), variables: { id } },
    pause: true,
  });
  const count = attempts.length;
  useEffect(() => {
    if (isOperator && count > 0) read({ requestPolicy: 'network-only' });
  }, [read, isOperator, count]);
  return (number) => data?.job?.attempts.find((each) => each.number === number)?.worker ?? null;
}

type ItemProps = { attempt: Attempt; worker: Worker | null; isOperator: boolean };

function AttemptItem({ attempt, worker, isOperator }: ItemProps) {
  const { number, outcome, planner, model, usage, error, retryDelayMs } = attempt;
  const facts = [
    planner && plannerName(planner, model),
    usage && usageText(usage),
    retryDelayMs !== null && t('job.retriedAfter', { time: formatDuration(retryDelayMs) }),
    worker && t('dashboard.job.worker', worker),
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
