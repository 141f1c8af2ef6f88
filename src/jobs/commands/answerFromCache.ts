import type pg from 'pg';
import { v4 as uuid } from 'uuid';
import type { CacheEntry } from '../../cache/cachedResult.ts';
import type { PlannerIdentity } from '../../cache/plannerIdentity.ts';
import { replaceAddedIds } from '../../canvas/model/replaceIds.ts';
import { commitJobVersion } from '../../canvas/versions/commitVersion.ts';
import { appendEvents } from '../../events/log/appendEvents.ts';
import { transitions } from '../transitions.ts';

/**
 * Completes a job that was just accepted with the result of an earlier one, in the same transaction: its log
 * reads like any other, only shorter.
 */
export async function answerFromCache(
  tx: pg.PoolClient,
  job: { id: string; canvasId: string },
  entry: CacheEntry,
  planner: PlannerIdentity,
): Promise<void> {
  const { title, warnings } = entry.result;
  const changes = replaceAddedIds(entry.result.changes, () => uuid());
  const objectCount = changes.added.length + changes.updated.length;
  await tx.query(
    `UPDATE canvas_job
     SET status = 'COMPLETED', phase = 'DONE', progress = 1, started_at = now(), finished_at = now(),
         object_count = $3, warnings = $4, cache_hit = true, saved_tokens = $5, saved_cost_usd = $6,
         planner = $7, model = $8
     WHERE id = $1 AND status = ANY($2::job_status[])`,
    [
      job.id,
      transitions.answerFromCache.from,
      objectCount,
      warnings,
      entry.tokens,
      entry.costUsd,
      planner.name,
      planner.model,
    ],
  );
  const canvasVersion = await commitJobVersion(tx, { canvasId: job.canvasId, jobId: job.id, title, changes });
  await appendEvents(tx, job.id, [
    { type: 'ObjectsGenerated', payload: { objects: changes.added, objectCount, progress: 1 } },
    { type: 'JobCompleted', payload: { canvasVersion, objectCount } },
  ]);
}
