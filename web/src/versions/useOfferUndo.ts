import { useEffect, useEffectEvent, useRef } from 'react';
import { announce } from '../app/notice.ts';
import type { LiveCanvas } from '../canvas/useLiveCanvas.ts';
import { useTakeBack } from './useTakeBack.ts';

/** Offers to take a job's work back when the job has been completed before the person's eyes. */
export function useOfferUndo({ canvas, job, progress }: LiveCanvas): void {
  const { undoJob } = useTakeBack(canvas?.id ?? '');
  const working = useRef<string | null>(null);
  const offer = useEffectEvent((jobId: string) => {
    const text = job?.type === 'MODIFY_CANVAS' ? 'The canvas was changed.' : 'The canvas is drawn.';
    announce({ text, action: { label: 'Undo', run: () => void undoJob(jobId) } });
  });
  const jobId = progress?.jobId ?? null;
  const status = progress?.status ?? null;

  useEffect(() => {
    if (status === 'PROCESSING') working.current = jobId;
    if (status !== 'COMPLETED' || jobId === null || working.current !== jobId) return;
    working.current = null;
    offer(jobId);
  }, [jobId, status]);
}
