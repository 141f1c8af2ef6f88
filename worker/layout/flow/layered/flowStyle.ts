import type { PlanDirection } from '../../../../src/canvas/model/plan.ts';
import type { FlowOrder } from './flowOrder.ts';

/** Options for the layout of one connected part of a flow. */
export type FlowStyle = {
  direction: PlanDirection;
  /** The order of the steps. Edges that lead back run beside the main course, which stays straight. */
  order: FlowOrder;
  /** Gap between parallel steps, in pixels. */
  spread: number;
};

/** Gaps in pixels: between consecutive steps, and between parallel steps. */
export const STEP_GAP = 48;
export const STEP_SPREAD = 32;
