import type { PlanColor } from '../../src/canvas/model/plan.ts';

const groups: readonly PlanColor[] = ['blue', 'orange', 'green', 'purple', 'teal', 'pink'];
const branches: readonly PlanColor[] = ['green', 'orange', 'purple', 'teal', 'pink', 'yellow', 'red'];

/** The colour of one of several groups of equal rank, such as sections, lanes or rows. @param at From 0 */
export function groupColor(at: number): PlanColor {
  return groups[at % groups.length] ?? 'blue';
}

/** The colour of a branch of a mind map, whose centre is blue. @param at From 0 */
export function branchColor(at: number): PlanColor {
  return branches[at % branches.length] ?? 'neutral';
}
