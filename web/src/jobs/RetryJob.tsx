import { RotateCcw } from 'lucide-react';
import { useMutation } from 'urql';
import { doc } from '../api/document.ts';
import { useRequestFailure } from '../api/requestFailure.ts';
import { Button } from '../controls/Button.tsx';
import { RetryJobDocument } from '../generated/graphql.ts';
import { ErrorNote } from '../ui/ErrorNote.tsx';

/** Queues a failed or cancelled job again. */
export function RetryJob({ jobId }: { jobId: string }) {
  const [{ fetching, data, error }, retry] = useMutation(doc(RetryJobDocument));
  const outcome = data?.retryJob;
  const refused = outcome && outcome.__typename !== 'RetryJobSuccess' ? outcome.message : null;
  const problem = useRequestFailure(error) ?? refused;
  return (
    <div className="retry">
      <Button disabled={fetching} onClick={() => void retry({ input: { jobId } })}>
        <RotateCcw aria-hidden /> Try again
      </Button>
      <ErrorNote text={problem} />
    </div>
  );
}
