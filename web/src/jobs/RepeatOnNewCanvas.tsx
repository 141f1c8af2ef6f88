import { RotateCcw } from 'lucide-react';
import { useLocation } from 'wouter';
import { Button } from '../controls/Button.tsx';
import { newCanvasRequest } from '../creating/submission.ts';
import { useCreateJob } from '../creating/useCreateJob.ts';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { canvasPath } from '../ui/paths.ts';

/** Creates a job with the same instruction on a new canvas, and opens it. */
export function RepeatOnNewCanvas({ instruction }: { instruction: string }) {
  const { submit, isBusy, problem } = useCreateJob();
  const [, navigate] = useLocation();

  async function repeat(): Promise<void> {
    const result = await submit({ ...newCanvasRequest, instruction });
    if (result && 'job' in result && result.job.canvas) navigate(canvasPath(result.job.canvas.id));
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
