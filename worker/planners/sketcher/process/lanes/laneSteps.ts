import type { PlanColor } from '../../../../../src/canvas/model/plan.ts';
import type { PlanBuilder } from '../../plan/planBuilder.ts';
import type { Item } from '../../text/item.ts';

const COLORS: readonly PlanColor[] = ['blue', 'green', 'purple', 'orange', 'teal', 'pink'];

/** The colour of the steps of a lane. */
export function laneColor(at: number): PlanColor {
  return COLORS[at % COLORS.length] ?? 'blue';
}

/** Adds lanes with their steps, which run from lane to lane in their order. */
export function addLanes(plan: PlanBuilder, lanes: readonly Item[]): void {
  const frames = lanes.map(({ text }) => plan.frame(text));
  const ids = lanes.flatMap(({ children }, at) =>
    children.map(({ text }) => plan.node(text, { color: laneColor(at), parent: frames[at] ?? '' })),
  );
  plan.chain(ids);
}
