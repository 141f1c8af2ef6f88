import type { OpsQueueQuery } from '../generated/graphql.ts';
import { formatDuration } from '../jobs/format.ts';
import { formatNumber } from '../language/formats.ts';
import { t } from '../language/opsTexts.ts';

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
        name="running"
        value={formatNumber(processing)}
        note={t('ops.now.slots', { count: capacity })}
      />
      <Figure name="waiting" value={formatNumber(waiting)} note={others.join(' ')} />
      <Figure name="oldestWait" value={formatWait(health.oldestWaitMs)} />
      <Figure name="waitingForRetry" value={formatNumber(waitingForRetry)} />
      <Figure name="cancelling" value={formatNumber(cancelling)} />
      <Figure
        name="workers"
        value={formatNumber(health.workers.length)}
        isAlarming={health.workers.length === 0}
        note={health.workers.length === 0 ? t('ops.now.noWorkers') : null}
      />
      <Figure
        name="notifications"
        value={t(health.listening ? 'ops.now.received' : 'ops.now.missing')}
        isAlarming={!health.listening}
        note={health.listening ? null : t('ops.now.polling')}
      />
    </dl>
  );
}

type FigureProps = {
  name: 'running' | 'waiting' | 'oldestWait' | 'waitingForRetry' | 'cancelling' | 'workers' | 'notifications';
  value: string;
  note?: string | null;
  isAlarming?: boolean;
};

function Figure({ name, value, note, isAlarming }: FigureProps) {
  return (
    <div className="live-figure" data-alarming={isAlarming || undefined}>
      <dt>{t(`ops.now.${name}`)}</dt>
      <dd className="figures">{value}</dd>
      {note && <dd className="live-figure-note">{note}</dd>}
    </div>
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
