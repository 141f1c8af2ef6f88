import { storeResult } from '../../../src/cache/cachedResult.ts';
import { CanvasChangedError, prepareJobVersion } from '../../../src/canvas/versions/commitVersion.ts';
import { lockCanvas } from '../../../src/canvas/versions/lockCanvas.ts';
import { retryWhileUnavailable } from '../../../src/database/outages/retryWhileUnavailable.ts';
import type { Sql } from '../../../src/database/statement.ts';
import { inTransactionAfter } from '../../../src/database/transaction.ts';
import type { NewJobEvent } from '../../../src/events/log/jobEvent.ts';
import { completeAttempt, lockCompletable } from '../../../src/jobs/attempts/endAttempt.ts';
import { wakeNextOfOwner } from '../../../src/jobs/queue/queueEntries.ts';
import { layOutGenerated, sizeOf } from '../layout/layOutPlan.ts';
import type { Result } from '../layout/result.ts';
import type { Attempt } from '../state/attempt.ts';
import { whyUnwanted } from '../state/attemptControl.ts';
import { type Outcome, outcomeOfError } from '../state/outcome.ts';
import type { FinishedPlan, LoadedCanvas } from '../state/plan.ts';

const savingProgress = 0.95;

/** How often a result is laid out again because the canvas has changed since: more than people do within its time. */
const maxRevisions = 20;

/**
 * Changes the canvas and completes the job in one transaction. A generated result is laid out again if somebody has
 * changed the canvas since; after some revisions it is rebased instead, which keeps the other changes but may place
 * objects less well. A cached result has no plan to lay out again and is always rebased.
 * @throws AttemptAborted, LayoutTimeout
 */
export async function commitResult(
  attempt: Attempt,
  canvas: LoadedCanvas,
  plan: FinishedPlan,
  result: Result,
): Promise<Outcome> {
  attempt.log.enter('SAVING', savingProgress);
  const { events } = await attempt.log.takeUnwritten();
  let current = result;
  for (let revision = 0; ; revision += 1) {
    const isExact = plan.source === 'planner' && revision < maxRevisions;
    try {
      const isCommitted = await commitOnce(attempt, canvas, plan, { result: current, isExact, events });
      return isCommitted ? { type: 'completed' } : await outcomeOfRefusal(attempt, plan);
    } catch (error) {
      if (!(error instanceof CanvasChangedError) || plan.source === 'cache') throw error;
      current = await layOutGenerated(attempt, plan);
    }
  }
}

/** @returns False, with nothing written, when the attempt is no longer the current one, or its job was cancelled. */
async function commitOnce(
  { worker, job, id }: Attempt,
  canvas: LoadedCanvas,
  plan: FinishedPlan,
  { result, isExact, events }: { result: Result; isExact: boolean; events: readonly NewJobEvent[] },
): Promise<boolean> {
  const { title, changes, warnings, undone = null } = result;
  const cost =
    plan.source === 'cache'
      ? { usage: null, saved: { tokens: plan.entry.tokens, costUsd: plan.entry.costUsd } }
      : { usage: plan.partial.usage, saved: null };
  const version = {
    ...{ canvasId: job.canvasId, jobId: job.id, title, changes, undone },
    baseVersion: isExact ? result.baseVersion : null,
  };
  return retryWhileUnavailable(worker.shutdownSignal, () =>
    inTransactionAfter(
      worker.pool,
      (tx) => Promise.all([lockCompletable(tx, id), lockCanvas(tx, job.canvasId)]),
      async (tx, [isCompletable, current], commitWith) => {
        if (!isCompletable) return false;
        const { number, write } = await prepareJobVersion(tx, version, current);
        const completed = { canvasVersion: number, objectCount: sizeOf(changes), warnings, events, ...cost };
        // The canvas is locked before the cache's entry, as when a job is created: two orders could block each other.
        await commitWith(() =>
          Promise.all([
            completeAttempt(tx, id, completed),
            write(),
            cacheResult(tx, { worker, job }, canvas, plan, result),
            wakeNextOfOwner(tx, job.id, worker.config.MAX_CONCURRENT_JOBS_PER_USER),
          ]),
        );
        return true;
      },
    ),
  );
}

/**
 * A result that was fitted to objects on the canvas, or to later changes of it, is only valid for that canvas; an undo,
 * only once.
 */
async function cacheResult(
  tx: Sql,
  { worker, job }: Pick<Attempt, 'worker' | 'job'>,
  { cacheKey, objects, version }: LoadedCanvas,
  plan: FinishedPlan,
  { title, changes, warnings, baseVersion, undone }: Result,
): Promise<void> {
  const isFitted = (job.type === 'CREATE_CANVAS' && objects.length > 0) || baseVersion !== version;
  if (cacheKey === null || plan.source === 'cache' || isFitted || undone !== undefined) return;
  await storeResult(tx, {
    key: cacheKey,
    result: { title, changes, warnings },
    planner: worker.planner.name,
    model: worker.planner.model,
    objectCount: sizeOf(changes),
    usage: plan.partial.usage,
  });
}

/** The job's row decides whether it has been cancelled or belongs to another attempt. */
async function outcomeOfRefusal(
  { worker, id, control }: Attempt,
  { partial }: FinishedPlan,
): Promise<Outcome> {
  const why = await retryWhileUnavailable(worker.shutdownSignal, () => whyUnwanted(worker.pool, id));
  control.abort(why ?? 'superseded');
  return outcomeOfError(control.signal.reason, partial);
}
