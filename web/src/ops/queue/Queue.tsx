import { OpsQueueDocument } from '../../generated/graphql.ts';
import { t } from '../../language/opsTexts.ts';
import { Problem } from '../../ui/messages/Problem.tsx';
import { OpsSection } from '../section/OpsSection.tsx';
import { usePolled } from '../section/usePolled.ts';
import { LiveFigures } from './LiveFigures.tsx';
import { PauseControl } from './PauseControl.tsx';
import { RetryWaiting } from './RetryWaiting.tsx';
import { Workers } from './Workers.tsx';

/** State of the queue and the workers now. */
export function Queue() {
  const { data, error, reread } = usePolled(OpsQueueDocument, {});
  const health = data?.queueHealth;
  return (
    <>
      <OpsSection title={t('ops.now.title')} query={OpsQueueDocument}>
        {!health && error && <Problem error={error} onRetry={reread} />}
        {health && <PauseControl control={health.control} onChanged={reread} />}
        {health && <LiveFigures health={health} />}
        {health && <RetryWaiting waiting={health.waitingForRetry} onRetried={reread} />}
      </OpsSection>
      {health && <Workers alive={health.workers} />}
    </>
  );
}
