import { v4 as uuid } from 'uuid';
import {
  type CachedResult,
  type CacheEntry,
  storeResult,
  useCachedResult,
} from '../../src/cache/cachedResult.ts';
import { cacheKeyOf } from '../../src/cache/cacheKey.ts';
import { plannerIdentity } from '../../src/cache/plannerIdentity.ts';
import type { CanvasDiff } from '../../src/canvas/changes.ts';
import type { CanvasObject } from '../../src/canvas/object.ts';
import { reidentify } from '../../src/canvas/reidentify.ts';
import type { Sql } from '../../src/database/connection.ts';
import { patiently } from '../../src/database/patiently.ts';
import type { AttemptUsage } from '../../src/jobs/endAttempt.ts';
import { placeBeside } from '../layout/beside.ts';
import { refit } from '../layout/refit.ts';
import type { Generation } from './generation.ts';
import { place } from './place.ts';

/** What a generation comes to; `entry` when it was taken from the cache. */
export type Result = CachedResult & { entry: CacheEntry | null };

/** What the plan comes to on the founder's canvas. */
export async function changesOf({ draft, existing }: Generation): Promise<CanvasDiff> {
  const added = await place(draft, existing);
  const updated = existing.flatMap((object) => {
    const update = draft.updates.get(object.id);
    if (update === undefined || draft.deletions.has(object.id)) return [];
    return [{ before: object, after: updatedObject(object, update) }];
  });
  return { added, updated, deleted: existing.filter(({ id }) => draft.deletions.has(id)) };
}

type Update = { text: string | null; color: CanvasObject['color'] | null };

function updatedObject(object: CanvasObject, update: Update): CanvasObject {
  const color = update.color ?? object.color;
  if (update.text === null) return { ...object, color };
  if (object.kind === 'FRAME') return { ...object, color, title: update.text };
  if (object.kind === 'SHAPE') return refit({ ...object, color, text: update.text });
  if (update.text === '') return { ...object, color, label: null, labelAt: null };
  return { ...object, color, label: update.text, labelAt: object.labelAt ?? middleOf(object.points) };
}

function middleOf(points: readonly { x: number; y: number }[]) {
  const middle = points[Math.floor(points.length / 2)] ?? { x: 0, y: 0 };
  const before = points[Math.floor(points.length / 2) - 1] ?? middle;
  return { x: (before.x + middle.x) / 2, y: (before.y + middle.y) / 2 };
}

/** Objects that the changes leave on the canvas as the job's work. */
export const sizeOf = ({ added, updated }: CanvasDiff): number => added.length + updated.length;

/**
 * What results for the founder's request are kept by. The canvas that is to be changed may be another than when the
 * job was accepted, for instance because an identical job has changed it since: then its result is not for this one.
 */
export function currentCacheKey({ engine, founder, existing }: Generation): string | null {
  const { cache_key, type, instruction, selection } = founder;
  if (cache_key === null || type === 'CREATE_CANVAS') return cache_key;
  const planner = plannerIdentity(engine.config);
  return cacheKeyOf({ instruction, canvas: { objects: existing, selection }, planner });
}

/** The result of an earlier job for the same request, on the founder's canvas; null when there is none. */
export async function cachedResult({
  engine,
  founder,
  existing,
  cacheKey,
}: Generation): Promise<Result | null> {
  if (cacheKey === null) return null;
  const entry = await patiently(engine.giveUp, () =>
    useCachedResult(engine.pool, cacheKey, engine.config.CACHE_TTL_HOURS),
  );
  if (entry === null) return null;
  const own = reidentify(entry.result.changes.added, () => uuid());
  const added = founder.type === 'CREATE_CANVAS' ? placeBeside(own, existing) : own;
  return { ...entry.result, changes: { ...entry.result.changes, added }, entry };
}

/** Keeps a result for later requests. One that was fitted to what lay on a canvas is good for that canvas only. */
export async function keepResult(
  tx: Sql,
  generation: Generation,
  result: Result,
  usage: AttemptUsage,
): Promise<void> {
  const { founder, existing, engine, cacheKey } = generation;
  const fitted = founder.type === 'CREATE_CANVAS' && existing.length > 0;
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
