import type { JobDetailFragment } from '../generated/graphql.ts';
import { type JobPreview, type JobProgress, noPreview } from '../jobs/state/jobProgress.ts';
import { isTerminal } from '../jobs/state/status.ts';
import type { CanvasObject } from '../scene/object.ts';

/** Whether the canvas, as read, already contains the result of the job. */
export function isSettled(
  canvas: { versionNumber: number },
  job: JobDetailFragment,
  progress: JobProgress,
): boolean {
  if (!isTerminal(job.status)) return false;
  return progress.versionNumber === null || canvas.versionNumber >= progress.versionNumber;
}

/** What a job changes and the canvas, as read, does not contain yet. */
export function previewOf(
  canvas: { versionNumber: number },
  job: JobDetailFragment | null,
  progress: JobProgress | null,
): JobPreview {
  if (!job || progress?.jobId !== job.id || isSettled(canvas, job, progress)) return noPreview;
  return progress.preview;
}

const none: readonly string[] = [];

/** Ids of the objects that an unfinished job was asked to change, until its first result tells what it changes. */
export function expectedChanges(
  job: JobDetailFragment | null,
  progress: JobProgress | null,
): readonly string[] {
  if (!job || progress?.jobId !== job.id || isTerminal(progress.status)) return none;
  return progress.preview === noPreview ? job.selection : none;
}

/**
 * The objects of the canvas, replaced and extended by the preview of a job. An update of what is not on the canvas is
 * not drawn; what the job deletes still is.
 */
export function drawnObjects(
  objects: readonly CanvasObject[],
  { added, updated }: JobPreview,
): readonly CanvasObject[] {
  if (added.size + updated.size === 0) return objects;
  const drawn = new Map(objects.map((object) => [object.id, updated.get(object.id) ?? object]));
  for (const [id, object] of added) drawn.set(id, object);
  return [...drawn.values()];
}

/** The job shown on the page of a canvas: the one that finishes next, or else the newest. */
export function findFocusedJob(jobs: readonly JobDetailFragment[]): JobDetailFragment | null {
  const active = jobs.filter((job) => !isTerminal(job.status));
  return active.find((job) => job.status !== 'QUEUED') ?? active.at(-1) ?? jobs[0] ?? null;
}

/**
 * The jobs of a canvas, newest first, with one that was created after they were read: a list that was on its way
 * meanwhile does not hold it.
 */
export function withCreated(
  canvasId: string,
  jobs: readonly JobDetailFragment[],
  created: JobDetailFragment | null,
): readonly JobDetailFragment[] {
  if (created?.canvas?.id !== canvasId) return jobs;
  const [newest] = jobs;
  return newest === undefined || newest.createdAt < created.createdAt ? [created, ...jobs] : jobs;
}
