import { RetryWaitingJobsDocument } from '../../generated/graphql.ts';
import { t } from '../../language/opsTexts.ts';
import { ErrorNote } from '../../ui/messages/ErrorNote.tsx';
import { announce } from '../../ui/messages/notice.ts';
import { ConfirmButton } from '../section/ConfirmButton.tsx';
import { batchSize, retriedText } from '../section/retriedText.ts';
import { useAction } from '../section/useAction.ts';

type RetryWaitingProps = { waiting: number; onRetried(): void };

/** Starts the next attempts of everyone's jobs at once, for instance after an outage of the provider. */
export function RetryWaiting({ waiting, onRetried }: RetryWaitingProps) {
  const count = Math.min(waiting, batchSize);
  const { run, isRunning, problem } = useAction(RetryWaitingJobsDocument);
  async function retry(): Promise<void> {
    const data = await run({ first: count });
    if (data?.retryJobs?.__typename !== 'RetryJobsSuccess') return;
    announce({ text: retriedText(data.retryJobs) });
    onRetried();
  }
  if (waiting === 0 && problem === null) return null;
  return (
    <div className="ops-bar notice">
      <p>{t('ops.retryWaiting.text', { count: waiting })}</p>
      <ConfirmButton
        label={t('ops.retryWaiting.button')}
        disabled={isRunning || waiting === 0}
        title={t('ops.retryWaiting.title', { count })}
        action={t('ops.retryWaiting.action', { count })}
        onConfirm={() => void retry()}
      >
        {t('ops.retryWaiting.consequence')}
        {waiting > batchSize && ` ${t('ops.failures.oldest', { count })}`}
      </ConfirmButton>
      <ErrorNote text={problem} />
    </div>
  );
}
