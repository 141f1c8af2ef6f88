import { cacheKeyOf, cacheOwnerOf } from '../../src/cache/cacheKey.ts';
import { plannerIdentity } from '../../src/cache/plannerIdentity.ts';
import type { CanvasObject } from '../../src/canvas/model/object.ts';
import { readCanvasState } from '../../src/canvas/versions/objectRows.ts';
import { retryWhileUnavailable } from '../../src/database/retryWhileUnavailable.ts';
import type { Attempt } from './attempt.ts';
import type { LoadedCanvas } from './plan.ts';

/** Reads the job's canvas. @throws AttemptAborted */
export async function loadCanvas(attempt: Attempt): Promise<LoadedCanvas> {
  const { worker, job, signal } = attempt;
  const { objects, version } = await retryWhileUnavailable(signal, () =>
    readCanvasState(worker.pool, job.canvasId),
  );
  return { objects, version, cacheKey: currentCacheKey(attempt, objects) };
}

/**
 * The key that the job was accepted with may be outdated: the canvas may have changed since, for example by an
 * identical job, and planner and cache scope are those of this worker.
 */
function currentCacheKey({ worker, job }: Attempt, objects: readonly CanvasObject[]): string | null {
  if (job.cacheKey === null) return null;
  return cacheKeyOf({
    instruction: job.instruction,
    canvas: job.type === 'CREATE_CANVAS' ? null : { objects, selection: job.selection },
    planner: plannerIdentity(worker.config),
    ownerId: cacheOwnerOf(worker.config.CACHE_SCOPE, job.ownerId),
  });
}
