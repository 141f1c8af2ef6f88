import { v4 as uuid } from 'uuid';
import type { CacheEntry } from '../../../src/cache/cachedResult.ts';
import { type ChangeSet, isEmpty } from '../../../src/canvas/model/changes/changeSet.ts';
import { replaceAddedIds } from '../../../src/canvas/model/changes/replaceIds.ts';
import { retryWhileUnavailable } from '../../../src/database/outages/retryWhileUnavailable.ts';
import { previewOfChanges } from '../../../src/events/log/jobEvent.ts';
import type { InsertedPlan } from '../../layout/insertion/insertPlan.ts';
import { placeBeside } from '../../layout/insertion/stage/beside.ts';
import { layOut } from '../../layout/thread/layOut.ts';
import { PlannerError } from '../../planners/plannerError.ts';
import type { Attempt } from '../state/attempt.ts';
import type { FinishedPlan, GeneratedPlan, LoadedCanvas, PartialPlan } from '../state/plan.ts';
import { readCanvas } from './loadCanvas.ts';
import type { Result } from './result.ts';
import { undoLastChange } from './undoLastChange.ts';
import { untilAborted } from './untilAborted.ts';

const layingOutProgress = 0.9;

/** Objects that the changes leave on the canvas as the job's work. */
export function sizeOf({ added, updated }: ChangeSet): number {
  return added.length + updated.length;
}

/**
 * Turns a plan into changes of the canvas, which may have changed since the plan was made: that is found when they are
 * committed.
 * @throws AttemptAborted, LayoutTimeout
 */
export async function layOutPlan(
  attempt: Attempt,
  canvas: LoadedCanvas,
  plan: FinishedPlan,
): Promise<Result> {
  if (plan.source === 'cache') return layOutCached(attempt, canvas, plan.entry);
  attempt.log.enter('LAYING_OUT', layingOutProgress);
  const { laidOut, partial } = plan;
  if (laidOut === null || partial.draft.isReverting) return layOutGenerated(attempt, plan);
  return resultOf(plan, { ...laidOut, baseVersion: partial.canvas.version });
}

/**
 * Lays a generated plan out for the canvas as it is now.
 * @throws AttemptAborted, LayoutTimeout
 * @throws PlannerError when the plan is to tidy what is tidy already, or there is nothing to undo
 */
export async function layOutGenerated(attempt: Attempt, plan: GeneratedPlan): Promise<Result> {
  if (plan.partial.draft.isReverting) return undoLastChange(attempt);
  return resultOf(plan, await untilAborted(layOutPartial(attempt, plan.partial), attempt.signal));
}

function resultOf(
  { partial, warnings: omissions }: GeneratedPlan,
  { changes, warnings, baseVersion }: InsertedPlan & { baseVersion: number },
): Result {
  const { header, content } = partial.draft;
  if (content.arrangement !== null && isEmpty(changes)) throw alreadyTidy();
  return { title: header.title, changes, warnings: [...omissions, ...warnings], baseVersion };
}

const alreadyTidy = () =>
  new PlannerError('INSTRUCTION_NOT_UNDERSTOOD', 'Nothing was changed: everything is tidy already.', {
    retryable: false,
  });

/** Lays out a plan that may be incomplete, for the canvas as it is now. @throws LayoutTimeout */
export async function layOutPartial(
  { worker, job }: Attempt,
  { draft, canvas }: PartialPlan,
): Promise<InsertedPlan & { baseVersion: number }> {
  const now = await retryWhileUnavailable(worker.shutdownSignal, () =>
    readCanvas(worker.pool, job.canvasId, canvas),
  );
  const { content } = draft;
  const request = {
    plan: content,
    existing: canvas.objects,
    selection: job.selection,
    now: now.objects,
    placed: now.placed,
  };
  return { ...(await layOut(request)), baseVersion: now.version };
}

/** A cached result with new ids. If the canvas has got objects since, it is placed in free space. */
async function layOutCached(
  { job, log }: Attempt,
  { objects, version }: LoadedCanvas,
  { result }: CacheEntry,
): Promise<Result> {
  const own = replaceAddedIds(result.changes, () => uuid());
  const added = job.type === 'CREATE_CANVAS' ? placeBeside(own.added, objects) : own.added;
  const changes = { ...own, added };
  const objectCount = sizeOf(changes);
  const payload = { ...previewOfChanges(changes), objectCount, progress: layingOutProgress };
  const progress = { phase: 'LAYING_OUT', progress: layingOutProgress, objectCount } as const;
  await log.append([{ type: 'ObjectsGenerated', payload }], progress);
  return { ...result, changes, baseVersion: version };
}
