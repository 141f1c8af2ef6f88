import type { CacheEntry } from '../../../src/cache/cachedResult.ts';
import type { CanvasObject } from '../../../src/canvas/model/object.ts';
import type { CanvasHistory } from '../../../src/canvas/versions/canvasHistory.ts';
import type { AttemptUsage } from '../../../src/jobs/attempts/recordable.ts';
import type { InsertedPlan } from '../../layout/insertion/insertPlan.ts';
import type { PlanDraft } from '../../plan/planDraft.ts';

/** The job's canvas at the start of the attempt: what the planner is shown. */
export type LoadedCanvas = {
  readonly objects: readonly CanvasObject[];
  readonly version: number;
  /** Its latest changes. */
  readonly history: CanvasHistory;
  /** Ids of objects that a person has placed. */
  readonly placed: readonly string[];
  /** Key of the result in the cache; null when results of other jobs may not be used. */
  readonly cacheKey: string | null;
};

/** What a planner has returned so far, and what that cost; usage is null when no model was called. */
export type PartialPlan = {
  readonly canvas: LoadedCanvas;
  readonly draft: PlanDraft;
  readonly usage: AttemptUsage;
};

export type CachedPlan = { readonly source: 'cache'; readonly entry: CacheEntry; readonly partial: null };

export type GeneratedPlan = {
  readonly source: 'planner';
  readonly partial: PartialPlan;
  /** The plan as it was shown at last: laid out for the canvas as it was at the start. Null: it was not shown. */
  readonly laidOut: InsertedPlan | null;
  /** The planner's messages about what it left out. */
  readonly warnings: readonly string[];
};

/** A planner that failed or was aborted. */
export type InterruptedPlan = {
  readonly source: 'interrupted';
  readonly partial: PartialPlan;
  readonly reason: unknown;
};

export type FinishedPlan = CachedPlan | GeneratedPlan;
export type Plan = FinishedPlan | InterruptedPlan;
