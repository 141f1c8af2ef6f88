import { useState } from 'react';
import { Link } from 'wouter';
import { Button } from '../../controls/Button.tsx';
import { OpsGoneWorkersDocument, OpsQueueDocument, type OpsWorkerFragment } from '../../generated/graphql.ts';
import { firstLine, formatAge, formatDuration } from '../../jobs/texts/format.ts';
import { formatNumber, formatProgress } from '../../language/formats.ts';
import { t } from '../../language/opsTexts.ts';
import { Empty } from '../../ui/messages/Empty.tsx';
import { Problem } from '../../ui/messages/Problem.tsx';
import { jobPath } from '../../ui/paths.ts';
import { useNow } from '../../ui/useNow.ts';
import { OpsSection } from '../section/OpsSection.tsx';
import { usePolled } from '../section/usePolled.ts';

/** The workers and what they run; on request also those that are gone. */
export function Workers({ alive }: { alive: readonly OpsWorkerFragment[] }) {
  const [showsGone, setShowsGone] = useState(false);
  return (
    <OpsSection title={t('ops.workers.title')} query={showsGone ? OpsGoneWorkersDocument : OpsQueueDocument}>
      {alive.length === 0 ? (
        <Empty heading="h3" title={t('ops.workers.none')}>
          {t('ops.now.noWorkers')}
        </Empty>
      ) : (
        <WorkerTable caption={t('ops.workers.alive')} workers={alive} />
      )}
      {showsGone ? (
        <GoneWorkers />
      ) : (
        <Button onClick={() => setShowsGone(true)}>{t('ops.workers.showGone')}</Button>
      )}
    </OpsSection>
  );
}

function GoneWorkers() {
  const { data, error, reread } = usePolled(OpsGoneWorkersDocument, {});
  const gone = data?.workers?.filter(({ alive }) => !alive);
  if (!gone) return error && <Problem error={error} onRetry={reread} />;
  if (gone.length === 0) return <p>{t('ops.workers.noneGone')}</p>;
  return <WorkerTable caption={t('ops.workers.gone')} workers={gone} />;
}

type WorkerTableProps = { caption: string; workers: readonly OpsWorkerFragment[] };

function WorkerTable({ caption, workers }: WorkerTableProps) {
  const now = useNow(1_000);
  return (
    <div className="ops-scroll">
      <table className="ops-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('ops.workers.worker')}</th>
            <th scope="col">{t('ops.workers.started')}</th>
            <th scope="col">{t('ops.workers.heartbeat')}</th>
            <th scope="col">{t('ops.workers.running')}</th>
          </tr>
        </thead>
        <tbody>
          {workers.map((worker) => (
            <WorkerRow key={worker.id} worker={worker} now={now} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function WorkerRow({ worker, now }: { worker: OpsWorkerFragment; now: number }) {
  const { host, pid, maxConcurrent, startedAt, heartbeatAt, stoppedAt, running, lost } = worker;
  return (
    <tr>
      <th scope="row">
        {host} <span className="soft">{t('ops.workers.pid', { pid })}</span>
      </th>
      <td>{formatAge(startedAt, now)}</td>
      <td>
        {lost || stoppedAt === null
          ? t('ops.workers.ago', { duration: formatDuration(Math.max(0, now - Date.parse(heartbeatAt))) })
          : t('ops.workers.stopped', { when: formatAge(stoppedAt, now) })}
        {lost && stoppedAt !== null && (
          <p className="worker-lost">{t('ops.workers.lost', { when: formatAge(stoppedAt, now) })}</p>
        )}
      </td>
      <td>
        {stoppedAt === null && (
          <span>
            {t('ops.workers.slots', { running: formatNumber(running.length), count: maxConcurrent })}
          </span>
        )}
        <ul className="worker-jobs">
          {running.map(({ number, startedAt: began, job }) => (
            <li key={`${job.id} ${number}`}>
              <Link href={jobPath(job.id)}>{firstLine(job.instruction)}</Link>{' '}
              <span className="soft">
                {t('ops.workers.attempt', {
                  number,
                  progress: formatProgress(job.progress),
                  duration: formatDuration(now - Date.parse(began)),
                })}
              </span>
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
}
