import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { type CombinedError, useQuery } from 'urql';
import { doc } from '../api/document.ts';
import { createdJob } from '../creating/pendingSubmissions.ts';
import { CanvasDocument, type CanvasQuery, type JobDetailFragment } from '../generated/graphql.ts';
import { isTerminal } from '../jobs/state/status.ts';
import { type LiveJob, useJobProgress } from '../jobs/updates/useJobProgress.ts';
import { useJobUpdates } from '../jobs/updates/useJobUpdates.ts';
import { findFocusedJob, isSettled, withCreated } from './drawnObjects.ts';
import { useCanvasChanged } from './useCanvasChanged.ts';

/** Delay in ms before the canvas is read again if it did not contain the result of its job yet. */
const rereadDelay = 250;

export type LiveCanvas = LiveJob & {
  canvas: NonNullable<CanvasQuery['canvas']> | null;
  jobs: readonly JobDetailFragment[];
  job: JobDetailFragment | null;
  isLoading: boolean;
  error: CombinedError | undefined;
  reread(): void;
};

/** A canvas with its job, read again when the job ends or the canvas changes. */
export function useLiveCanvas(id: string): LiveCanvas {
  const [{ data, error, fetching }, read] = useQuery({ query: doc(CanvasDocument), variables: { id } });
  const reread = () => read({ requestPolicy: 'network-only' });
  const canvas = data?.canvas?.id === id ? data.canvas : null;
  const created = useSyncExternalStore(createdJob.subscribe, createdJob.get);
  const jobs = useMemo(() => {
    const listed = canvas?.jobs.edges.map((edge) => edge.node) ?? [];
    return withCreated(id, listed, created);
  }, [id, canvas, created]);
  const job = findFocusedJob(jobs);
  const live = useJobProgress(job);
  const { progress } = live;

  useJobUpdates({
    canvasId: id,
    onUpdate(update) {
      const known = jobs.find((entry) => entry.id === update.id);
      const isSubscribed = update.id === progress?.jobId && !isTerminal(progress.status);
      if (!known || (known.status !== update.status && !isSubscribed)) reread();
    },
    onMissed: reread,
  });

  useCanvasChanged(id, {
    versionNumber: canvas?.versionNumber ?? null,
    onChange(change) {
      const isNewer =
        change.versionNumber !== canvas?.versionNumber ||
        change.title !== canvas.title ||
        change.deletedAt !== canvas.deletedAt;
      if (isNewer) reread();
    },
  });

  const hasEnded = progress !== null && isTerminal(progress.status);
  const isOutdated =
    canvas && job && hasEnded && progress.jobId === job.id && !isSettled(canvas, job, progress);
  useEffect(() => {
    if (!isOutdated || fetching) return;
    const timer = setTimeout(() => read({ requestPolicy: 'network-only' }), rereadDelay);
    return () => clearTimeout(timer);
  }, [isOutdated, fetching, read]);

  return { ...live, canvas, jobs, job, isLoading: fetching && !canvas, error, reread };
}
