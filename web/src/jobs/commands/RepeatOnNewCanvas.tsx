import { RotateCcw } from 'lucide-react';
import { useLocation } from 'wouter';
import { asNewCanvas } from '../../creating/newCanvas.ts';
import { newCanvasRequest } from '../../creating/submission.ts';
import { useCreateJob } from '../../creating/useCreateJob.ts';
import type { DiagramKind } from '../../generated/graphql.ts';
import { t } from '../../language/language.ts';
import { ErrorNote } from '../../ui/messages/ErrorNote.tsx';
import { canvasPath } from '../../ui/paths.ts';
import { ActionButton, type ActionLook } from './ActionButton.tsx';

type Props = { instruction: string; kind: DiagramKind | null; look?: ActionLook };

/** Creates a job with the same instruction and kind of diagram on a new canvas, without results of the cache, and opens it. */
export function RepeatOnNewCanvas({ instruction, kind, look = 'text' }: Props) {
  const { submit, isBusy, problem } = useCreateJob();
  const [, navigate] = useLocation();

  async function repeat(): Promise<void> {
    const result = await submit({ ...newCanvasRequest, instruction, kind, useCache: false });
    if (result && 'job' in result && result.job.canvas)
      navigate(asNewCanvas(canvasPath(result.job.canvas.id)));
  }

  return (
    <>
      <ActionButton
        label={t('job.drawOnNewCanvas')}
        icon={RotateCcw}
        look={look}
        isBusy={isBusy}
        onClick={() => void repeat()}
      />
      <ErrorNote text={problem} />
    </>
  );
}
