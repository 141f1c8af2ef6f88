import { useState } from 'react';
import { Button } from '../../controls/Button.tsx';
import { Popover } from '../../controls/Popover.tsx';
import { t } from '../../language/language.ts';
import type { Selection } from './selection.ts';
import type { BulkActions } from './useBulkActions.ts';

type Props = {
  selection: Selection;
  /** Jobs that match the filters. */
  total: number;
  actions: BulkActions;
  onSelectAll(): void;
  onClear(): void;
};

/** Actions for the selected jobs; nothing while none is selected. */
export function BulkBar({ selection, total, actions, onSelectAll, onClear }: Props) {
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
      <CancelSelected count={count} actions={actions} />
      <Button disabled={actions.isBusy} onClick={() => void actions.retry()}>
        {t('job.tryAgain')}
      </Button>
      <Button look="quiet" onClick={onClear}>
        {t('dashboard.bulk.clear')}
      </Button>
    </section>
  );
}

function CancelSelected({ count, actions }: { count: number; actions: BulkActions }) {
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
      onOpenChange={setIsAsking}
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
