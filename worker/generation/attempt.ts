import type { CanvasObject } from '../../src/canvas/object.ts';
import type { JobRow } from '../../src/jobs/job.ts';
import type { PlannerUsage } from '../planners/planner.ts';
import type { AttemptControl } from './attemptControl.ts';
import type { AttemptLog } from './attemptLog.ts';
import type { Engine } from './engine.ts';
import type { PlanDraft } from './planDraft.ts';

/** One try at a job, on its way through the pipeline. */
export type Attempt = {
  engine: Engine;
  job: JobRow;
  control: AttemptControl;
  log: AttemptLog;
  /** What is on the canvas when the attempt begins. */
  existing: CanvasObject[];
  /** The plan, as far as it has come in. */
  draft: PlanDraft;
  /** Tokens used so far; null as long as no model was asked. */
  usage: PlannerUsage | null;
};
