import { RotateCcw } from 'lucide-react';
import { useLocation } from 'wouter';
import { useCreateJob } from '../composer/useCreateJob.ts';
import { Button } from '../controls/Button.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { canvasPath } from '../ui/paths.ts';

/** Creates a job with the same instruction on a new canvas, and opens it. */
export function RepeatOnNewCanvas({ instruction }: { instruction: string }) {
  const { submit, isBusy, problem } = useCreateJob(null, [], null, () => undefined);
  const [, navigate] = useLocation();

  async function repeat(): Promise<void> {
    const job = await submit(instruction);
    if (job?.canvas) navigate(canvasPath(job.canvas.id));
  }

  return (
    <div className="retry">
      <Button disabled={isBusy} onClick={() => void repeat()}>
        <RotateCcw aria-hidden /> Draw on a new canvas
      </Button>
      <ErrorNote text={problem} />
    </div>
  );
}
