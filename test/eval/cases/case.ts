import type { Plan } from '../../../src/canvas/model/plan.ts';
import type { Expected, ExpectedChange, List } from '../expectations/expected.ts';

/** Instructions for a new canvas, by name. */
export type Instructions = Readonly<Record<string, readonly [instruction: string, expected: ExpectedPlan]>>;

export type ChangeSetup = {
  /** Texts of the objects that are selected. */
  selection?: List;
  /** Texts of the objects that are locked. */
  locked?: List;
  /** Whether a person has strewn the shapes about before. */
  scattered?: true;
};

/** Changes of a canvas, by name. `base` is the canvas before, in the notation of `planOf`. */
export type Changes = Readonly<
  Record<string, readonly [base: string, instruction: string, expected: ExpectedChange, setup?: ChangeSetup]>
>;

/** Expectations of a new canvas. Of a plan, its texts, connectors and frames must be on the canvas, too. */
export type ExpectedPlan = Expected & {
  /** Code of the planner error that the job must end in. */
  fails?: string;
};

/** Plans in the manner of models, by name. With a plan as an object, only the given expectations count. */
export type Plans = Readonly<Record<string, readonly [plan: string | Plan, expected?: ExpectedPlan]>>;
