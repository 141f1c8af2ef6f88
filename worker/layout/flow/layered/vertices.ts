import { type Band, bandAt } from './bands.ts';
import type { End, FlowNode, Passage } from './passages.ts';
import type { Opening, Slot } from './slots.ts';

/** A connector at a vertex of a diamond: its slot there, and where it leads, from the middle of the diamond. */
type Branch = { passage: Passage; slot: Slot; offset: number };

/** Of several connectors at a vertex of a diamond, one turns aside at each of the vertices across the flow. */
export function useVertices(bands: readonly Band[], passages: readonly Passage[]): void {
  const used = new Set<Opening>();
  for (const end of ['from', 'to'] as const) {
    const atDiamonds = passages.filter(({ way }) => way[end].outline === 'diamond');
    for (const [node, group] of Map.groupBy(atDiamonds, ({ way }) => way[end]))
      for (const branch of turningAside(node, group, end)) {
        const gap = gapBeside(bands, node, branch.offset > 0);
        if (!gap || used.has(gap)) continue;
        used.add(gap);
        turnAside(branch, node, gap);
        branch.passage.isAside[end] = true;
      }
  }
}

/** The connectors at a vertex that turn aside, the outermost first: all but one that goes straight on or comes in. */
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
  const stays = end === 'from' ? byOffset[0] : byOffset.find(({ passage }) => !passage.way.isBack);
  return byOffset.filter((branch) => branch !== stays).toReversed();
}

/** The gap beside a node in its band. */
function gapBeside(bands: readonly Band[], node: FlowNode, isHigh: boolean): Opening | undefined {
  const band = bands[bandAt(bands, node)];
  const place = band?.solid.findIndex(({ low }) => low === node.low) ?? 0;
  return band?.gaps[isHigh ? place + 1 : place];
}

/** Moves a slot from the vertex into the gap beside the diamond: where it leads if that is free, else next to it. */
function turnAside({ slot, offset }: Branch, node: FlowNode, gap: Opening): void {
  const target = (node.low + node.high) / 2 + offset;
  const isHigh = offset > 0;
  const isFree = gap.slots.every(({ at }) => (isHigh ? at > target : at < target));
  const isInGap = target >= gap.low && target <= gap.high;
  slot.opening.slots.splice(slot.opening.slots.indexOf(slot), 1);
  slot.opening = gap;
  slot.at = isFree && isInGap ? target : isHigh ? gap.low : gap.high;
  gap.slots.push(slot);
}
