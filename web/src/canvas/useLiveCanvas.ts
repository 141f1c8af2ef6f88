import { useEffect, useMemo } from 'react';
import { type CombinedError, useQuery } from 'urql';
import { doc } from '../api/document.ts';
import { CanvasDocument, type CanvasQuery, type JobDetailFragment } from '../generated/graphql.ts';
import { isTerminal } from '../jobs/status.ts';
import { type LiveJob, useJobProgress } from '../jobs/useJobProgress.ts';
import { useJobUpdates } from '../jobs/useJobUpdates.ts';
import { isSettled, jobInFocus } from './drawnObjects.ts';
import { useCanvasChanged } from './useCanvasChanged.ts';

/** Wait before the canvas is read again when it did not show yet how its job ended, in ms. */
const REREAD_DELAY = 250;

export type LiveCanvas = LiveJob & {
  canvas: NonNullable<CanvasQuery['canvas']> | null;
  jobs: readonly JobDetailFragment[];
  job: JobDetailFragment | null;
  loading: boolean;
  error: CombinedError | undefined;
  reread(): void;
};

/** A canvas with the job that works on it, read again when the job has ended or somebody has changed it. */
export function useLiveCanvas(id: string): LiveCanvas {
  const [{ data, error, fetching }, read] = useQuery({ query: doc(CanvasDocument), variables: { id } });
  const reread = () => read({ requestPolicy: 'network-only' });
  const canvas = data?.canvas?.id === id ? data.canvas : null;
  const jobs = useMemo(() => canvas?.jobs.edges.map((edge) => edge.node) ?? [], [canvas]);
  const job = jobInFocus(jobs);
  const live = useJobProgress(job);
  const { progress } = live;

  useJobUpdates({
    canvasId: id,
    onUpdate(update) {
      const known = jobs.find((entry) => entry.id === update.id);
      const followed = update.id === progress?.jobId && !isTerminal(progress.status);
      if (!known || (known.status !== update.status && !followed)) reread();
    },
    onMissed: reread,
  });

  useCanvasChanged(id, {
    version: canvas?.version ?? null,
    onChange(change) {
      const isNews =
        change.version !== canvas?.version ||
        change.title !== canvas.title ||
        change.deletedAt !== canvas.deletedAt;
      if (isNews) reread();
    },
  });

  const ended = progress !== null && isTerminal(progress.status);
  const outdated = canvas && job && ended && progress.jobId === job.id && !isSettled(canvas, job, progress);
  useEffect(() => {
    if (!outdated || fetching) return;
    const timer = setTimeout(() => read({ requestPolicy: 'network-only' }), REREAD_DELAY);
    return () => clearTimeout(timer);
  }, [outdated, fetching, read]);

  return { ...live, canvas, jobs, job, loading: fetching && !canvas, error, reread };
}
