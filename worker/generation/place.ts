import type { CanvasObject, Connector } from '../../src/canvas/object.ts';
import { placeBeside } from '../layout/beside.ts';
import { type Box, centreOf } from '../layout/geometry.ts';
import { layOut } from '../layout/layout.ts';
import { nearestSide, sideMidpoint } from '../layout/outline.ts';
import type { PlanDraft } from './planDraft.ts';

/** Gives the new objects of a plan their places: in free room beside what is on the canvas, and in front of it. */
export async function place(draft: PlanDraft, existing: readonly CanvasObject[]): Promise<CanvasObject[]> {
  const group = placeBeside(await layOut(draft.diagram), [...existing]);
  const boxes = new Map(
    [...existing, ...group].flatMap((object) => (object.kind === 'CONNECTOR' ? [] : [[object.id, object]])),
  );
  const links = draft.links.flatMap((edge) => {
    const [from, to] = [boxes.get(edge.from), boxes.get(edge.to)];
    return from === undefined || to === undefined || from === to ? [] : [straight(edge, from, to)];
  });
  const front = existing.reduce((highest, { zIndex }) => Math.max(highest, zIndex), -1) + 1;
  return [...group, ...links].map((object, index) => ({ ...object, zIndex: front + index }));
}

/** A straight connector between the sides that face each other. */
function straight(
  edge: PlanDraft['links'][number],
  from: Box & { id: string },
  to: Box & { id: string },
): Connector {
  const start = sideMidpoint(from, nearestSide(from, centreOf(to)));
  const end = sideMidpoint(to, nearestSide(to, centreOf(from)));
  return {
    id: edge.id,
    zIndex: 0,
    kind: 'CONNECTOR',
    fromId: from.id,
    toId: to.id,
    points: [start, end],
    label: edge.label,
    labelAt: edge.label === null ? null : { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 },
    style: edge.style === 'dashed' ? 'DASHED' : 'SOLID',
    color: 'neutral',
    arrowhead: true,
  };
}
