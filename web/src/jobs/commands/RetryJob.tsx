import { RotateCcw } from 'lucide-react';
import { useMutation } from 'urql';
import { doc } from '../../api/document.ts';
import { refusalText } from '../../api/errors/refusalText.ts';
import { useRequestFailure } from '../../api/errors/requestFailure.ts';
import { RetryJobDocument } from '../../generated/graphql.ts';
import { t } from '../../language/language.ts';
import { ErrorNote } from '../../ui/messages/ErrorNote.tsx';
import { ActionButton, type ActionLook } from './ActionButton.tsx';

type Props = { jobId: string; look?: ActionLook; label?: string; onRetried?(): void };

/** Queues a failed or cancelled job again, or starts the next attempt of one that waits for it. */
export function RetryJob({ jobId, look = 'text', label = t('job.tryAgain'), onRetried }: Props) {
  const [{ fetching, data, error }, retry] = useMutation(doc(RetryJobDocument));
  const outcome = data?.retryJob;
  const refused = outcome && outcome.__typename !== 'RetryJobSuccess' ? refusalText(outcome) : null;
  const problem = useRequestFailure(error) ?? refused;
  return (
    <>
      <ActionButton
        label={label}
        icon={RotateCcw}
        look={look}
        isBusy={fetching}
        onClick={() => void retry({ input: { jobId } }).then(onRetried)}
      />
      <ErrorNote text={problem} />
    </>
  );
}
