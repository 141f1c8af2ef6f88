import { useCachedResult } from '../../../src/cache/cachedResult.ts';
import { cacheLookups } from '../../../src/cache/lookups.ts';
import { retryWhileUnavailable } from '../../../src/database/outages/retryWhileUnavailable.ts';
import { PlanDraft } from '../../plan/planDraft.ts';
import { planFile } from '../../planners/diagramLanguages/thread/readSourceOnThread.ts';
import type { Attempt } from '../state/attempt.ts';
import type { CachedPlan, GeneratedPlan, LoadedCanvas, Plan } from '../state/plan.ts';
import { generatePlan, receivePlan } from './generatePlan.ts';

/** Where a plan can come from; null when this source has none. */
type PlanSource = (attempt: Attempt, canvas: LoadedCanvas) => Promise<Plan | null>;

const sources: readonly PlanSource[] = [planTidying, planImport, findCachedPlan, generatePlan];

/** The plan of the first source that has one. @throws AttemptAborted before a planner has started */
export async function makePlan(attempt: Attempt, canvas: LoadedCanvas): Promise<Plan> {
  for (const source of sources) {
    const plan = await source(attempt, canvas);
    if (plan !== null) return plan;
  }
  throw new Error('no source has a plan');
}

/** A job that tidies a canvas needs no planner: its objects, or those that are selected, are laid out again. */
async function planTidying({ job }: Attempt, canvas: LoadedCanvas): Promise<GeneratedPlan | null> {
  if (job.type !== 'TIDY_CANVAS') return null;
  const draft = new PlanDraft();
  draft.add({ type: 'arrange', id: 'arrange', targets: null });
  return { source: 'planner', partial: { canvas, draft, usage: null }, laidOut: null, warnings: [] };
}

/** A source needs no planner: it is drawn as what it is, beside what is on the canvas. */
async function planImport(attempt: Attempt, canvas: LoadedCanvas): Promise<Plan | null> {
  const { source, fileName } = attempt.job;
  if (source === null) return null;
  return receivePlan(attempt, canvas, planFile({ text: source, name: fileName }, attempt.signal));
}

async function findCachedPlan(
  { worker, job, signal }: Attempt,
  { cacheKey }: LoadedCanvas,
): Promise<CachedPlan | null> {
  if (cacheKey === null) return null;
  const entry = await retryWhileUnavailable(signal, () =>
    useCachedResult(worker.pool, cacheKey, {
      ttlHours: worker.config.CACHE_TTL_HOURS,
      requestedAt: job.createdAt,
    }),
  );
  cacheLookups.inc({ result: entry === null ? 'miss' : 'hit' });
  return entry === null ? null : { source: 'cache', entry, partial: null };
}
