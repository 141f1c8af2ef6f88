import { type Band, bandAt } from './bands.ts';
import type { End, FlowNode, Passage } from './passage.ts';
import type { Opening, Slot } from './slots.ts';

/** A connector at a side of a node: its slot there, and where it leads, from the middle of the node. */
type Branch = { passage: Passage; slot: Slot; offset: number };

/**
 * Lets connectors turn aside from where nothing else joins a node: of several at a vertex of a diamond all but one, and
 * of those that lead back one on each side of any node.
 */
export function turnAside(bands: readonly Band[], passages: readonly Passage[]): void {
  const used = new Set<Opening>();
  for (const end of ['from', 'to'] as const)
    for (const [node, group] of Map.groupBy(passages, ({ way }) => way[end]))
      for (const branch of turningAside(node, group, end)) {
        const gap = gapBeside(bands, node, branch.offset > 0);
        if (!gap || used.has(gap)) continue;
        used.add(gap);
        moveInto(gap, branch, node);
        branch.passage.isAside[end] = true;
      }
}

/** The connectors that turn aside from a side of a node: those that lead back first, then the outermost. */
function turningAside(node: FlowNode, group: readonly Passage[], end: End): Branch[] {
  const middle = (node.low + node.high) / 2;
  const branches = group.flatMap((passage): Branch[] => {
    const [slot, next] = [
      passage.slots.at(end === 'from' ? 0 : -1),
      passage.slots.at(end === 'from' ? 1 : -2),
    ];
    return slot && next ? [{ passage, slot, offset: next.at - middle }] : [];
  });
  const byOffset = branches.toSorted((a, b) => Math.abs(a.offset) - Math.abs(b.offset));
  const isBack = ({ passage }: Branch): boolean => passage.way.isBack;
  const stays = end === 'from' ? byOffset[0] : byOffset.find((branch) => !isBack(branch));
  const isAside = (branch: Branch): boolean =>
    node.outline === 'diamond'
      ? branch !== stays
      : isBack(branch) && Math.abs(branch.offset) > (node.high - node.low) / 2;
  return byOffset
    .filter(isAside)
    .toReversed()
    .toSorted((a, b) => Number(isBack(b)) - Number(isBack(a)));
}

/** The gap beside a node in its band. */
function gapBeside(bands: readonly Band[], node: FlowNode, isHigh: boolean): Opening | undefined {
  const band = bands[bandAt(bands, node)];
  const place = band?.solid.findIndex(({ low }) => low === node.low) ?? 0;
  return band?.gaps[isHigh ? place + 1 : place];
}

/** Moves a slot from a side of a node into the gap beside the node: where it leads if that is free, else next to it. */
function moveInto(gap: Opening, { slot, offset }: Branch, node: FlowNode): void {
  const target = (node.low + node.high) / 2 + offset;
  const isHigh = offset > 0;
  const isFree = gap.slots.every(({ at }) => (isHigh ? at > target : at < target));
  const isInGap = target >= gap.low && target <= gap.high;
  slot.opening.slots.splice(slot.opening.slots.indexOf(slot), 1);
  slot.opening = gap;
  slot.at = isFree && isInGap ? target : isHigh ? gap.low : gap.high;
  gap.slots.push(slot);
}
