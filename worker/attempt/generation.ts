import type { CanvasObject } from '../../src/canvas/model/object.ts';
import type { Job } from '../../src/jobs/job.ts';
import type { PlanDraft } from '../plan/planDraft.ts';
import type { PlannerUsage } from '../planners/planner.ts';
import type { Engine } from './engine.ts';
import type { Members } from './members.ts';

/** One plan in the making, for the job that it was started for and all that ask for the very same meanwhile. */
export type Generation = {
  engine: Engine;
  /** The job that it was started for. */
  founder: Job;
  /** The jobs that still want the result. */
  members: Members;
  /** What is on the founder's canvas when it begins, and in which version: what the planner is shown. */
  existing: CanvasObject[];
  version: number;
  /** What its result is kept by, and looked up; null when results of others may not be used. */
  cacheKey: string | null;
  /** The plan, as far as it has come in. */
  draft: PlanDraft;
  /** Tokens used so far; null as long as no model was asked. */
  usage: PlannerUsage | null;
};
