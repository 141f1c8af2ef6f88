import { shorten } from '../text/plain.ts';
import type { Box } from './canvas.ts';
import { bridges, thread } from './chain.ts';
import type { Command } from './command.ts';
import type { Work } from './work.ts';

/** Moves boxes into a region, or to another place in a chain of steps. */
export function move({ what, place }: Extract<Command, { kind: 'move' }>, work: Work): void {
  const { names } = work;
  if (place.relation === 'after' || place.relation === 'before') {
    const anchor = names.find(place.of, { toJoin: true });
    if (anchor === null) return;
    for (const box of names.findEach(what)) moveBeside(box, anchor, place.relation, work);
    return;
  }
  const region = names.find(place.of, { kind: 'FRAME' });
  if (region === null) return;
  for (const box of names.findEach(what)) moveInto(region, box, work);
}

/** A card goes into another region; its arrows stay with it. */
export function moveInto(region: Box, box: Box, { plan }: Work): void {
  if (box.parent === region.id || box === region)
    plan.warn(`“${shorten(box.text, 60)}” is already in “${shorten(region.text, 60)}”.`);
  else plan.update(box.id, { parent: region.id });
}

/** A step leaves its chain, which closes behind it, and is put into the chain at another step. */
function moveBeside(box: Box, anchor: Box, relation: 'after' | 'before', work: Work): void {
  const { view, plan } = work;
  if (box === anchor) return;
  if (anchor.parent !== null && anchor.parent !== box.parent) plan.update(box.id, { parent: anchor.parent });
  const old = view.linesAt(box.id);
  const lines = view.linesAt(anchor.id).filter((line) => !old.includes(line));
  if (old.length + lines.length === 0) {
    if (anchor.parent === box.parent)
      plan.warn(
        `“${shorten(box.text, 60)}” was not moved: changing the order within a section isn’t supported.`,
      );
    return;
  }
  for (const line of old) plan.remove(line.id);
  const closed = bridges(box.id, view);
  // An arrow that closes the gap right beside the anchor would only be taken away again.
  const beside = closed.filter(({ from, to }) => (relation === 'after' ? from : to) === anchor.id);
  for (const line of closed) if (!beside.includes(line)) plan.edge(line.from, line.to, { label: line.text });
  const at = relation === 'after' ? 'from' : 'to';
  const through = [...lines.filter((line) => line[at] === anchor.id), ...beside];
  thread([box.id], anchor, relation, through, plan);
}
