import { findLifelines } from '../../../src/canvas/model/lifelines.ts';
import type { BoxObject, CanvasObject, Connector } from '../../../src/canvas/model/object.ts';
import { isBox, isConnector } from '../../../src/canvas/model/objectKinds.ts';

/**
 * Positions of frames and shapes as they are read, from 0: row by row, and what a frame holds right after it. Then of the
 * messages of a sequence diagram, from top to bottom.
 */
export function readingOrder(objects: readonly CanvasObject[]): ReadonlyMap<string, number> {
  const boxes = objects.filter(isBox);
  const ids = new Set(boxes.map(({ id }) => id));
  const children = Map.groupBy(boxes, ({ parentId }) =>
    parentId !== null && ids.has(parentId) ? parentId : null,
  );
  const order = new Map<string, number>();
  const visit = (parent: string | null) => {
    for (const box of rowByRow(children.get(parent) ?? [])) {
      if (order.has(box.id)) continue;
      order.set(box.id, order.size);
      visit(box.id);
    }
  };
  visit(null);
  for (const { id } of messagesOf(objects)) order.set(id, order.size);
  return order;
}

function messagesOf(objects: readonly CanvasObject[]): Connector[] {
  const { participants } = findLifelines(objects);
  const topOf = ({ points }: Connector) => points[0]?.y ?? 0;
  return objects
    .filter(isConnector)
    .filter(({ fromId, toId }) => participants.has(fromId) && participants.has(toId))
    .toSorted((a, b) => topOf(a) - topOf(b));
}

/** Boxes from left to right in rows from top to bottom. A box is in the row whose first box has its middle beside it. */
function rowByRow(boxes: readonly BoxObject[]): BoxObject[] {
  const rows: BoxObject[][] = [];
  for (const box of boxes.toSorted((a, b) => a.y - b.y || a.x - b.x)) {
    const first = rows.at(-1)?.[0];
    const middle = box.y + box.height / 2;
    if (first !== undefined && (middle < first.y + first.height || box.y < first.y + first.height / 2))
      rows.at(-1)?.push(box);
    else rows.push([box]);
  }
  return rows.flatMap((row) => row.toSorted((a, b) => a.x - b.x || a.y - b.y));
}
