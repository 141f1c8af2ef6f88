import type { PlannerEvent, PlannerRequest } from '../../../worker/planners/planner.ts';
import type { ChangeSetup, ExpectedPlan } from '../cases/case.ts';
import type { ExpectedChange } from '../expectations/expected.ts';

/** A case, ready to be run: an instruction, what plans it, and what must come of it. */
export type EvalCase = {
  name: string;
  category: string;
  /** Who plans, for the report. */
  source: string;
  instruction: string;
  plan(request: PlannerRequest): AsyncIterable<PlannerEvent>;
} & (
  | { kind: 'new'; expected: ExpectedPlan }
  /** `base`: the canvas before, in the notation of `planOf`. */
  | { kind: 'change'; base: string; setup: ChangeSetup; expected: ExpectedChange }
);
