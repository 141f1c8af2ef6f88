import { ArrowUpRight, CircleX, RotateCcw } from 'lucide-react';
import { useMutation } from 'urql';
import { navigate } from 'wouter/use-browser-location';
import { doc } from '../../api/document.ts';
import { refusalText } from '../../api/errors/refusalText.ts';
import { requestFailure } from '../../api/errors/requestFailure.ts';
import { CancelJobDocument, type JobDetailFragment, RetryJobDocument } from '../../generated/graphql.ts';
import { t } from '../../language/language.ts';
import { type Command, useCommands } from '../../ui/keyboard/commands.ts';
import { announce } from '../../ui/messages/notice.ts';
import { canvasPath } from '../../ui/paths.ts';
import { hasPartialResult } from '../state/hasPartialResult.ts';
import type { JobProgress } from '../state/jobProgress.ts';

type CommandProgress = Pick<JobProgress, 'status' | 'phase' | 'objectCount' | 'nextAttemptAt' | 'preview'>;

type Options = {
  /** Whether the page is that of its canvas. */
  isOnCanvas: boolean;
};

/** Adds what can be done with the job that a page shows to the command palette. */
export function useJobCommands(
  job: Pick<JobDetailFragment, 'id' | 'type' | 'canvas' | 'canRetry'>,
  progress: CommandProgress,
  { isOnCanvas }: Options,
): void {
  const { status, nextAttemptAt } = progress;
  const cancel = useCancel(job.id);
  const retry = useRetry(job.id);
  const group = t('palette.groups.job');
  const ended = status === 'FAILED' || status === 'CANCELLED';
  const commands: Command[] = [];
  if (status === 'QUEUED' || status === 'PROCESSING') {
    const hasResult = hasPartialResult({ ...job, ...progress }, progress.preview.deleted.size);
    if (hasResult) {
      commands.push({ group, title: t('job.cancel.keepResult'), icon: CircleX, run: () => cancel(true) });
    }
    const title = t(hasResult ? 'job.cancel.discardResult' : 'job.cancel.label');
    commands.push({ group, title, icon: CircleX, run: () => cancel(false) });
  }
  if (ended && job.canRetry) commands.push({ group, title: t('job.tryAgain'), icon: RotateCcw, run: retry });
  if (status === 'QUEUED' && nextAttemptAt !== null)
    commands.push({ group, title: t('job.tryNow'), icon: RotateCcw, run: retry });
  const { canvas } = job;
  if (canvas && !isOnCanvas) {
    const title = t('palette.commands.openCanvas');
    commands.push({ group, title, icon: ArrowUpRight, run: () => navigate(canvasPath(canvas.id)) });
  }
  useCommands(commands);
}

function useCancel(jobId: string): (keepPartial: boolean) => void {
  const [, cancel] = useMutation(doc(CancelJobDocument));
  return async (keepPartial) => {
    const { data, error } = await cancel({ input: { jobId, keepPartial } });
    const outcome = data?.cancelJob;
    if (error) announce({ text: requestFailure(error), isFailure: true });
    else if (outcome && 'message' in outcome) announce({ text: refusalText(outcome), isFailure: true });
  };
}

function useRetry(jobId: string): () => void {
  const [, retry] = useMutation(doc(RetryJobDocument));
  return async () => {
    const { data, error } = await retry({ input: { jobId } });
    const outcome = data?.retryJob;
    if (error) announce({ text: requestFailure(error), isFailure: true });
    else if (outcome && 'message' in outcome) announce({ text: refusalText(outcome), isFailure: true });
  };
}
