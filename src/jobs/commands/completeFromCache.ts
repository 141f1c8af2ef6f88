import type pg from 'pg';
import { v4 as uuid } from 'uuid';
import type { CacheEntry } from '../../cache/cachedResult.ts';
import type { PlannerIdentity } from '../../cache/plannerIdentity.ts';
import { replaceAddedIds } from '../../canvas/model/changes/replaceIds.ts';
import { commitJobVersion } from '../../canvas/versions/commitVersion.ts';
import { appendEvents } from '../../events/log/appendEvents.ts';
import { previewOfChanges } from '../../events/log/jobEvent.ts';
import { transitions } from '../transitions.ts';
import { updateJobFromCache } from './sql/updateJobFromCache.ts';

/**
 * Completes a queued job with a cached result, in the caller's transaction and without an attempt. Its log has the same
 * kinds of events as any other, only fewer.
 */
export async function completeFromCache(
  tx: pg.PoolClient,
  job: { id: string; canvasId: string },
  entry: CacheEntry,
  planner: PlannerIdentity,
): Promise<void> {
  const { title, warnings } = entry.result;
  const changes = replaceAddedIds(entry.result.changes, () => uuid());
  const objectCount = changes.added.length + changes.updated.length;
  await updateJobFromCache(tx, {
    id: job.id,
    from: transitions.completeFromCache.from,
    objectCount,
    warnings,
    savedTokens: entry.tokens,
    savedCostUsd: entry.costUsd,
    planner: planner.name,
    model: planner.model,
  });
  const canvasVersion = await commitJobVersion(tx, { canvasId: job.canvasId, jobId: job.id, title, changes });
  await appendEvents(tx, job.id, [
    { type: 'ObjectsGenerated', payload: { ...previewOfChanges(changes), objectCount, progress: 1 } },
    { type: 'JobCompleted', payload: { canvasVersion, objectCount } },
  ]);
}
