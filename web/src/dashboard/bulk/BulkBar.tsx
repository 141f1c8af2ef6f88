import { useState } from 'react';
import { Button } from '../../controls/Button.tsx';
import { Popover } from '../../controls/Popover.tsx';
import { hasPartialResult } from '../../jobs/state/hasPartialResult.ts';
import { t } from '../../language/dashboardTexts.ts';
import type { DashboardState } from '../lists/updateLists.ts';
import { type Selection, suits } from './selection.ts';
import type { BulkActions } from './useBulkActions.ts';

type Props = {
  data: DashboardState;
  selection: Selection;
  actions: BulkActions;
  onSelectAll(): void;
  onClear(): void;
};

/** Actions for the selected jobs; nothing while none is selected. */
export function BulkBar({ data, selection, actions, onSelectAll, onClear }: Props) {
  const total = data.counts[data.filters.status];
  const count = selection.isAll ? total : selection.ids.size;
  if (count === 0) return null;
  return (
    <section className="bulk-bar" aria-label={t('dashboard.bulk.label')}>
      <span className="figures" role="status">
        {t('dashboard.bulk.selected', { count })}
      </span>
      {!selection.isAll && count < total && (
        <Button look="quiet" onClick={onSelectAll}>
          {t('dashboard.bulk.selectAll', { count: total })}
        </Button>
      )}
      {suits('cancel', data, selection) && (
        <CancelSelected count={count} actions={actions} hasResult={hasPartialResults(data, selection)} />
      )}
      {suits('retry', data, selection) && (
        <Button disabled={actions.isBusy} onClick={() => void actions.retry()}>
          {t('job.tryAgain')}
        </Button>
      )}
      <Button look="quiet" onClick={onClear}>
        {t('dashboard.bulk.clear')}
      </Button>
    </section>
  );
}

/** Whether a selected job has a partial result; one that is not loaded may have one. */
function hasPartialResults({ active, counts }: DashboardState, { ids, isAll }: Selection): boolean {
  if (isAll && active.length < counts.active) return true;
  return active.some((job) => (isAll || ids.has(job.id)) && hasPartialResult(job));
}

type CancelSelectedProps = { count: number; actions: BulkActions; hasResult: boolean };

/** As with a single job, there is a question only if there is a result to keep. */
function CancelSelected({ count, actions, hasResult }: CancelSelectedProps) {
  const [isAsking, setIsAsking] = useState(false);
  const cancel = (keepPartial: boolean) => {
    setIsAsking(false);
    void actions.cancel(keepPartial);
  };
  return (
    <Popover
      label={t('dashboard.bulk.cancelJobs')}
      trigger={<Button disabled={actions.isBusy}>{t('dashboard.bulk.cancelJobs')}</Button>}
      isOpen={isAsking}
      onOpenChange={(opens) => (opens && !hasResult ? cancel(false) : setIsAsking(opens))}
    >
      <fieldset className="cancel-choice">
        <legend>{t('dashboard.bulk.question', { count })}</legend>
        <Button onClick={() => cancel(true)}>{t('dashboard.bulk.keep')}</Button>
        <Button look="danger" onClick={() => cancel(false)}>
          {t('dashboard.bulk.discard')}
        </Button>
        <Button look="quiet" onClick={() => setIsAsking(false)}>
          {t('job.cancel.continue')}
        </Button>
      </fieldset>
    </Popover>
  );
}
