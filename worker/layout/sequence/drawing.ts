import { type Box, boundsOf, type Point } from '../../../src/canvas/model/geometry.ts';
import type { Diagram, PlanEdge, PlanFrame, PlanNode } from '../../../src/canvas/model/plan.ts';
import { assemble, type Block, type Route } from '../scene/block.ts';

/** The places of a diagram's objects, and the objects that the layout adds or draws in another way than the plan. */
export type Drawing = {
  boxes: Map<string, Box>;
  routes: Map<string, Route>;
  added: (PlanNode | PlanEdge)[];
  changed: Map<string, PlanFrame | PlanNode | PlanEdge>;
};

/** A rectangle that the layout adds. */
export function addedNode(id: string, some: Partial<PlanNode> = {}): PlanNode {
  return {
    ...{ type: 'node', id, shape: 'rect', text: '', color: 'neutral', parent: null, order: null },
    ...some,
  };
}

/** The plan's objects as they are drawn, then the added ones. */
export function drawnObjects({ objects }: Diagram, { added, changed }: Drawing): Diagram['objects'] {
  return [...objects.map((object) => changed.get(object.id) ?? object), ...added];
}

/** The drawing as a block. */
export function blockOf({ boxes, routes }: Drawing): Block {
  const pointBox = ({ x, y }: Point): Box => ({ x, y, width: 0, height: 0 });
  const ends = [...routes.values()].flatMap(({ points }) => points.map(pointBox));
  const { x, y, width, height } = boundsOf([...boxes.values(), ...ends]) ?? {
    x: 0,
    y: 0,
    width: 0,
    height: 0,
  };
  const moved = assemble([{ block: { width, height, boxes, routes }, x: -x, y: -y }]);
  return { ...moved, width, height };
}
