import { useEffect, useEffectEvent, useRef } from 'react';
import { announce, notice } from '../app/notice.ts';
import type { LiveCanvas } from '../canvas/useLiveCanvas.ts';
import { isTerminal } from '../jobs/status.ts';
import { useTakeBack } from './useTakeBack.ts';

/** Offers to take a job's work back when the job has been completed before the person's eyes. */
export function useOfferUndo({ canvas, job, progress }: LiveCanvas): void {
  const { undoJob } = useTakeBack(canvas?.id ?? '');
  /** The job that the page has seen last. */
  const seen = useRef<string | null>(null);
  /** The job whose end is awaited. */
  const awaited = useRef<string | null>(null);
  const offer = useEffectEvent((jobId: string) => {
    const text = job?.type === 'MODIFY_CANVAS' ? 'The canvas was changed.' : 'The canvas is drawn.';
    announce({ text, action: { label: 'Undo', run: () => void undoJob(jobId) } });
  });
  const jobId = progress?.jobId ?? null;
  const status = progress?.status ?? null;

  useEffect(() => {
    if (jobId === null || status === null) return;
    const isNext = seen.current !== null && seen.current !== jobId;
    // What was said of the job before could be taken for this one's.
    if (isNext) notice.set(null);
    seen.current = jobId;
    if (isNext || !isTerminal(status)) awaited.current = jobId;
    if (status !== 'COMPLETED' || awaited.current !== jobId) return;
    awaited.current = null;
    offer(jobId);
  }, [jobId, status]);
}
