import type pg from 'pg';
import { cacheKeyOf, cacheOwnerOf } from '../../../src/cache/cacheKey.ts';
import { plannerIdentity } from '../../../src/cache/plannerIdentity.ts';
import { emptyHistory, readCanvasHistory } from '../../../src/canvas/versions/canvasHistory.ts';
import {
  type CanvasState,
  type PlacedIds,
  readCanvasState,
  readPlacedIds,
} from '../../../src/canvas/versions/objectRows.ts';
import { retryWhileUnavailable } from '../../../src/database/outages/retryWhileUnavailable.ts';
import type { Attempt } from '../state/attempt.ts';
import type { LoadedCanvas } from '../state/plan.ts';

/** Reads the job's canvas. @throws AttemptAborted */
export async function loadCanvas(attempt: Attempt): Promise<LoadedCanvas> {
  const { worker, job, signal } = attempt;
  const canvas = await retryWhileUnavailable(signal, () => readWithHistory(worker.pool, job.canvasId));
  return { ...canvas, cacheKey: currentCacheKey(attempt, canvas) };
}

async function readWithHistory(pool: pg.Pool, canvasId: string): Promise<Omit<LoadedCanvas, 'cacheKey'>> {
  const canvas = await readCanvas(pool, canvasId);
  return {
    ...canvas,
    history: canvas.version === 0 ? emptyHistory : await readCanvasHistory(pool, canvasId),
  };
}

/**
 * The canvas as it is now, with what a layout has to know of it.
 * @param known What was read of its history before.
 */
export async function readCanvas(
  pool: pg.Pool,
  canvasId: string,
  known?: PlacedIds,
): Promise<CanvasState & PlacedIds> {
  const state = await readCanvasState(pool, canvasId);
  const placed = state.objects.length === 0 ? [] : await readPlacedIds(pool, canvasId, known);
  return { ...state, placed };
}

/**
 * The key that the job was accepted with may be outdated: the canvas may have changed since, for example by an
 * identical job, and planner and cache scope are those of this worker.
 */
function currentCacheKey({ worker, job }: Attempt, canvas: Omit<LoadedCanvas, 'cacheKey'>): string | null {
  if (job.cacheKey === null) return null;
  const { objects, history } = canvas;
  return cacheKeyOf({
    instruction: job.instruction,
    kind: job.kind,
    canvas: job.type === 'CREATE_CANVAS' ? null : { objects, selection: job.selection, history },
    planner: plannerIdentity(worker.config),
    ownerId: cacheOwnerOf(worker.config.CACHE_SCOPE, job.ownerId),
  });
}
