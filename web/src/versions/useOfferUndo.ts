import { useEffect, useEffectEvent, useRef } from 'react';
import { isTerminal } from '../jobs/state/status.ts';
import { t } from '../language/language.ts';
import type { LiveCanvas } from '../live/useLiveCanvas.ts';
import { announce, dismiss } from '../ui/messages/notice.ts';
import { type SendCommand, useRevert } from './useRevert.ts';

/** Offers to undo a job that is completed while the page is open. */
export function useOfferUndo({ job, progress }: LiveCanvas, send: SendCommand): void {
  const { undoJob } = useRevert(send);
  /** The job that the page showed last. */
  const seen = useRef<string | null>(null);
  /** The job to offer undo for when it is completed. */
  const awaited = useRef<string | null>(null);
  const offer = useEffectEvent((jobId: string) => {
    const text = t(job?.type === 'CREATE_CANVAS' ? 'versions.canvasDrawn' : 'versions.canvasUpdated');
    announce({ text, action: { label: t('editing.undo'), run: () => void undoJob(jobId) } });
  });
  const jobId = progress?.jobId ?? null;
  const status = progress?.status ?? null;

  useEffect(() => {
    if (jobId === null || status === null) return;
    const isNext = seen.current !== null && seen.current !== jobId;
    // Remove the notice about the previous job.
    if (isNext) dismiss();
    seen.current = jobId;
    if (isNext || !isTerminal(status)) awaited.current = jobId;
    if (status !== 'COMPLETED' || awaited.current !== jobId) return;
    awaited.current = null;
    offer(jobId);
  }, [jobId, status]);
}
