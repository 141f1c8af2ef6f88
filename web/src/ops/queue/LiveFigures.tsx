import type { OpsQueueQuery } from '../../generated/graphql.ts';
import { formatDuration } from '../../jobs/texts/format.ts';
import { formatNumber } from '../../language/formats.ts';
import { t } from '../../language/opsTexts.ts';
import { Figure } from '../section/Figure.tsx';

type Health = NonNullable<OpsQueueQuery['queueHealth']>;

/** Figures of the queue and the workers now. */
export function LiveFigures({ health }: { health: Health }) {
  return (
    <>
      <Figures health={health} />
      <Depth health={health} />
    </>
  );
}

function Figures({ health }: { health: Health }) {
  const { processing, capacity, waiting, waitingDuplicates, waitingForOwnJobs, waitingForRetry, cancelling } =
    health;
  const others = [
    waitingDuplicates > 0 && t('ops.now.duplicates', { count: waitingDuplicates }),
    waitingForOwnJobs > 0 && t('ops.now.ownJobs', { count: waitingForOwnJobs }),
  ].filter(Boolean);
  return (
    <dl className="live-figures">
      <Figure
        label={t('ops.now.running')}
        value={formatNumber(processing)}
        note={t('ops.now.slots', { count: capacity })}
      />
      <Figure label={t('ops.now.waiting')} value={formatNumber(waiting)} note={others.join(' ')} />
      <Figure label={t('ops.now.oldestWait')} value={formatWait(health.oldestWaitMs)} />
      <Figure label={t('ops.now.waitingForRetry')} value={formatNumber(waitingForRetry)} />
      <Figure label={t('ops.now.cancelling')} value={formatNumber(cancelling)} />
      <Figure
        label={t('ops.now.workers')}
        value={formatNumber(health.workers.length)}
        alarm={health.workers.length === 0 ? 'danger' : null}
        note={health.workers.length === 0 ? t('ops.now.noWorkers') : null}
      />
      <Figure
        label={t('ops.now.notifications')}
        value={t(health.listening ? 'ops.now.received' : 'ops.now.missing')}
        alarm={health.listening ? null : 'danger'}
        note={health.listening ? null : t('ops.now.polling')}
      />
    </dl>
  );
}

/** Waiting jobs by priority. */
function Depth({ health }: { health: Health }) {
  return (
    <table className="ops-table">
      <caption>{t('ops.depth.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('ops.depth.priority')}</th>
          <th scope="col">{t('ops.now.waiting')}</th>
          <th scope="col">{t('ops.now.waitingForRetry')}</th>
          <th scope="col">{t('ops.now.oldestWait')}</th>
        </tr>
      </thead>
      <tbody>
        {health.depth.map(({ priority, waiting, waitingForRetry, oldestWaitMs }) => (
          <tr key={priority}>
            <th scope="row">{t(`jobs.priority.${priority}`)}</th>
            <td>{formatNumber(waiting)}</td>
            <td>{formatNumber(waitingForRetry)}</td>
            <td>{formatWait(oldestWaitMs)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const formatWait = (ms: number | null) => (ms === null ? '–' : formatDuration(ms));
