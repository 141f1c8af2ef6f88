import { v4 as uuid } from 'uuid';
import {
  type CachedResult,
  type CacheEntry,
  storeResult,
  useCachedResult,
} from '../../src/cache/cachedResult.ts';
import { cacheKeyOf } from '../../src/cache/cacheKey.ts';
import { cacheOwnerOf } from '../../src/cache/cacheScope.ts';
import { plannerIdentity } from '../../src/cache/plannerIdentity.ts';
import type { ChangeSet } from '../../src/canvas/model/changeSet.ts';
import { replaceAddedIds } from '../../src/canvas/model/replaceIds.ts';
import { readCanvasState } from '../../src/canvas/versions/objectRows.ts';
import type { Sql } from '../../src/database/connection.ts';
import { retryWhileUnavailable } from '../../src/database/retryWhileUnavailable.ts';
import type { AttemptUsage } from '../../src/jobs/attempts/endAttempt.ts';
import { placeBeside } from '../layout/insertion/beside.ts';
import { changeCanvas, type PlannedChange } from './changeCanvas.ts';
import type { Generation } from './generation.ts';

/** What a generation comes to on the founder's canvas. */
export type Result = CachedResult & {
  /** The version of the canvas that the changes were made for. */
  baseVersion: number;
  /** Those of the warnings that don't depend on the canvas. */
  plannerWarnings: string[];
  /** Where it was taken from the cache. */
  entry: CacheEntry | null;
};

/** What the plan comes to on the founder's canvas as it is now. */
export async function changesOf(generation: Generation): Promise<PlannedChange & { baseVersion: number }> {
  const { engine, founder } = generation;
  const now = await retryWhileUnavailable(engine.giveUp, () =>
    readCanvasState(engine.pool, founder.canvasId),
  );
  return { ...(await changeCanvas(generation, now.objects)), baseVersion: now.version };
}

/** The same result for the founder's canvas as it is by now. One from the cache has no plan to go by: it stays. */
export async function updateResult(generation: Generation, result: Result): Promise<Result> {
  if (result.entry !== null) return result;
  const planned = await changesOf(generation);
  return { ...result, ...planned, warnings: [...result.plannerWarnings, ...planned.warnings] };
}

/** Objects that the changes leave on the canvas as the job's work. */
export const sizeOf = ({ added, updated }: ChangeSet): number => added.length + updated.length;

/**
 * What results for the founder's request are kept by. The canvas that is to be changed may be another than when the
 * job was accepted, for instance because an identical job has changed it since: then its result is not for this one.
 * The planner and the scope of the cache may be others as well: those of this worker count.
 */
export function currentCacheKey({ engine, founder, existing }: Generation): string | null {
  const { type, instruction, selection, ownerId } = founder;
  if (founder.cacheKey === null) return null;
  return cacheKeyOf({
    instruction,
    canvas: type === 'CREATE_CANVAS' ? null : { objects: existing, selection },
    planner: plannerIdentity(engine.config),
    ownerId: cacheOwnerOf(engine.config.CACHE_SCOPE, ownerId),
  });
}

/** The result of an earlier job for the same request, on the founder's canvas; null when there is none. */
export async function cachedResult({
  engine,
  founder,
  existing,
  version,
  cacheKey,
}: Generation): Promise<Result | null> {
  if (cacheKey === null) return null;
  const entry = await retryWhileUnavailable(engine.giveUp, () =>
    useCachedResult(engine.pool, cacheKey, engine.config.CACHE_TTL_HOURS),
  );
  if (entry === null) return null;
  const own = replaceAddedIds(entry.result.changes, () => uuid());
  const added = founder.type === 'CREATE_CANVAS' ? placeBeside(own.added, existing) : own.added;
  const changes = { ...own, added };
  return { ...entry.result, changes, baseVersion: version, plannerWarnings: entry.result.warnings, entry };
}

/**
 * Keeps a result for later requests. One that was fitted to what lay on a canvas, or to what others have changed
 * since, is good for that canvas only.
 */
export async function keepResult(
  tx: Sql,
  generation: Generation,
  result: Result,
  usage: AttemptUsage,
): Promise<void> {
  const { founder, existing, engine, cacheKey } = generation;
  const fitted =
    (founder.type === 'CREATE_CANVAS' && existing.length > 0) || result.baseVersion !== generation.version;
  if (cacheKey === null || result.entry !== null || fitted) return;
  const { title, changes, warnings } = result;
  await storeResult(tx, {
    key: cacheKey,
    result: { title, changes, warnings },
    planner: engine.planner.name,
    model: engine.planner.model,
    objectCount: sizeOf(changes),
    usage,
  });
}
