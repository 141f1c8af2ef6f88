import type { Box, EditedCanvas } from './editedCanvas.ts';

/** Boxes as they are read: along the arrows of a flow, else from frame to frame. */
export function inReadingOrder(canvas: EditedCanvas, boxes: readonly Box[]): Box[] {
  const ranks = ranksAlongArrows(canvas);
  const places = new Map(canvas.boxes.map((box, at) => [box.id, at]));
  const frameOf = (box: Box) => (box.parent === null ? -1 : (places.get(box.parent) ?? -1));
  const areJoined = boxes.every(({ id }) => canvas.linesAt(id).length > 0);
  return boxes.toSorted(
    (a, b) =>
      (areJoined ? (ranks.get(a.id) ?? 0) - (ranks.get(b.id) ?? 0) : 0) ||
      frameOf(a) - frameOf(b) ||
      (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0),
  );
}

/** Number of connectors from a start, by the shortest way. */
function ranksAlongArrows(canvas: EditedCanvas): ReadonlyMap<string, number> {
  const ranks = new Map<string, number>();
  let level = canvas.boxes.filter(({ id }) => canvas.linesTo(id).length === 0).map(({ id }) => id);
  for (let rank = 0; level.length > 0; rank += 1) {
    for (const id of level) ranks.set(id, rank);
    const next = level.flatMap((id) => canvas.linesFrom(id).map(({ to }) => to));
    level = [...new Set(next)].filter((id) => !ranks.has(id));
  }
  return ranks;
}

/** The first and the last step of a flow; null on a canvas without connectors. */
export function endsOfFlow(canvas: EditedCanvas): { first: Box; last: Box } | null {
  const steps = canvas.boxes.filter(({ kind, text }) => kind === 'SHAPE' && text !== '');
  const named = new Set(steps.map(({ id }) => id));
  // The lifelines of a sequence lead from its participants to bars without a text.
  const isStep = ({ id }: Box) => canvas.linesAt(id).some(({ from, to }) => named.has(from) && named.has(to));
  const joined = inReadingOrder(canvas, steps.filter(isStep));
  const first = joined.find(({ id }) => canvas.linesTo(id).length === 0) ?? joined[0];
  const last = joined.findLast(({ id }) => canvas.linesFrom(id).length === 0) ?? joined.at(-1);
  return first === undefined || last === undefined ? null : { first, last };
}
