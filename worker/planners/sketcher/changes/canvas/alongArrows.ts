import type { Box, EditedCanvas, Line } from './editedCanvas.ts';

/** What comes after or before a box, the nearest first: along the arrows, but for those that lead back, or in its list. */
export function alongside(canvas: EditedCanvas, box: Box, side: 'after' | 'before'): Box[] {
  if (canvas.linesAt(box.id).length === 0) {
    const list = canvas.within(box.parent).filter(({ kind }) => kind === box.kind);
    const at = list.indexOf(box);
    return side === 'after' ? list.slice(at + 1) : list.slice(0, at).toReversed();
  }
  const found = new Set([box]);
  for (const each of found) for (const next of neighboursOf(canvas, each, side)) found.add(next);
  return [...found].slice(1);
}

/** The boxes that come right after or before one, by the arrows that don't lead back. */
export function neighboursOf(canvas: EditedCanvas, { id }: Box, side: 'after' | 'before'): Box[] {
  const lines = side === 'after' ? canvas.linesFrom(id) : canvas.linesTo(id);
  return lines
    .filter((line) => !isBack(canvas, line))
    .flatMap((line) => canvas.box(side === 'after' ? line.to : line.from) ?? []);
}

/** Whether a connector leads back to a step that it comes from. */
export function isBack(canvas: EditedCanvas, { from, to }: Line): boolean {
  const target = canvas.box(to);
  return (
    target !== undefined && canvas.below(target).some(({ id }) => id === from) && isAhead(canvas, to, from)
  );
}

/** Whether `one` is reached from the start without `other`. */
function isAhead(canvas: EditedCanvas, one: string, other: string): boolean {
  const seen = new Set<string>([other]);
  const open = canvas.boxes.filter(({ id }) => canvas.linesTo(id).length === 0).map(({ id }) => id);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === one) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    open.push(...canvas.linesFrom(id).map(({ to }) => to));
  }
  return false;
}
