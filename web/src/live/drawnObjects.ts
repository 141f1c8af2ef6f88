import type { JobDetailFragment } from '../generated/graphql.ts';
import type { JobProgress } from '../jobs/jobProgress.ts';
import { isTerminal } from '../jobs/status.ts';
import type { CanvasObject } from '../scene/object.ts';

const noObjects: ReadonlyMap<string, CanvasObject> = new Map();

/** Whether the canvas, as read, already contains the result of the job. */
export function isSettled(
  canvas: { versionNumber: number },
  job: JobDetailFragment,
  progress: JobProgress,
): boolean {
  if (!isTerminal(job.status)) return false;
  return progress.versionNumber === null || canvas.versionNumber >= progress.versionNumber;
}

/** The objects of a job that the canvas, as read, does not contain yet. */
export function previewOf(
  canvas: { versionNumber: number },
  job: JobDetailFragment | null,
  progress: JobProgress | null,
): ReadonlyMap<string, CanvasObject> {
  if (!job || progress?.jobId !== job.id || isSettled(canvas, job, progress)) return noObjects;
  return progress.preview;
}

/** The objects of the canvas, replaced and extended by the preview of a job. */
export function drawnObjects(
  objects: readonly CanvasObject[],
  preview: ReadonlyMap<string, CanvasObject>,
): readonly CanvasObject[] {
  if (preview.size === 0) return objects;
  const drawn = new Map(objects.map((object) => [object.id, object]));
  for (const [id, object] of preview) drawn.set(id, object);
  return [...drawn.values()];
}

/** The job shown on the page of a canvas: the one that finishes next, or else the newest. */
export function findFocusedJob(jobs: readonly JobDetailFragment[]): JobDetailFragment | null {
  const active = jobs.filter((job) => !isTerminal(job.status));
  return active.find((job) => job.status !== 'QUEUED') ?? active.at(-1) ?? jobs[0] ?? null;
}
