import type { JobDetailFragment } from '../generated/graphql.ts';
import type { JobProgress } from '../jobs/jobProgress.ts';
import { isTerminal } from '../jobs/status.ts';
import type { CanvasObject } from './object.ts';

type SavedCanvas = { version: number; objects: readonly CanvasObject[] };

/** Whether the canvas as it was read already shows how the job ended. */
export function isSettled(canvas: SavedCanvas, job: JobDetailFragment, progress: JobProgress): boolean {
  if (!isTerminal(job.status)) return false;
  return progress.canvasVersion === null || canvas.version >= progress.canvasVersion;
}

/** What to draw: the saved objects, and over them the preview of a job that the saved ones do not show yet. */
export function drawnObjects(
  canvas: SavedCanvas,
  job: JobDetailFragment | null,
  progress: JobProgress | null,
): readonly CanvasObject[] {
  if (!job || progress?.jobId !== job.id || progress.preview.size === 0) return canvas.objects;
  if (isSettled(canvas, job, progress)) return canvas.objects;
  const drawn = new Map(canvas.objects.map((object) => [object.id, object]));
  for (const [id, object] of progress.preview) drawn.set(id, object);
  return [...drawn.values()];
}

/** The job that a canvas's page shows: the one that is next to finish, or else the newest. */
export function jobInFocus(jobs: readonly JobDetailFragment[]): JobDetailFragment | null {
  const active = jobs.filter((job) => !isTerminal(job.status));
  return active.find((job) => job.status !== 'QUEUED') ?? active.at(-1) ?? jobs[0] ?? null;
}
