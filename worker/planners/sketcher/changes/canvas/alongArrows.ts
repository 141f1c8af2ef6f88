import type { Box, EditedCanvas, Line } from './editedCanvas.ts';

/** What comes after or before a box, the nearest first: along the arrows, but for those that lead back, or in its list. */
export function alongside(canvas: EditedCanvas, box: Box, side: 'after' | 'before'): Box[] {
  if (canvas.linesAt(box.id).length === 0) {
    const list = canvas.within(box.parent).filter(({ kind }) => kind === box.kind);
    const at = list.indexOf(box);
    return side === 'after' ? list.slice(at + 1) : list.slice(0, at).toReversed();
  }
  const ahead = linesAhead(canvas);
  const found = new Set([box]);
  for (const each of found) for (const next of neighbours(canvas, each, side, ahead)) found.add(next);
  return [...found].slice(1);
}

/** The boxes that come right after or before one, by the arrows that don't lead back. */
export function neighboursOf(canvas: EditedCanvas, box: Box, side: 'after' | 'before'): Box[] {
  return neighbours(canvas, box, side, linesAhead(canvas));
}

/** Whether a connector leads back to a step that it comes from. */
export function isBack(canvas: EditedCanvas, line: Line): boolean {
  return !linesAhead(canvas).includes(line);
}

function neighbours(
  canvas: EditedCanvas,
  { id }: Box,
  side: 'after' | 'before',
  ahead: readonly Line[],
): Box[] {
  const [near, far] = side === 'after' ? (['from', 'to'] as const) : (['to', 'from'] as const);
  return ahead.filter((line) => line[near] === id).flatMap((line) => canvas.box(line[far]) ?? []);
}

/** The connectors that lead on, when a flow is followed from its starts. */
function linesAhead({ boxes, lines }: EditedCanvas): Line[] {
  const out = Map.groupBy(lines, ({ from }) => from);
  const entered = new Set(lines.map(({ to }) => to));
  const state = new Map<string, 'open' | 'done'>();
  const ahead: Line[] = [];
  const follow = (id: string): void => {
    if (state.has(id)) return;
    state.set(id, 'open');
    for (const line of out.get(id) ?? []) {
      if (state.get(line.to) !== 'open') ahead.push(line);
      follow(line.to);
    }
    state.set(id, 'done');
  };
  const starts = boxes.filter(({ id }) => !entered.has(id));
  for (const { id } of [...starts, ...boxes]) follow(id);
  return ahead;
}
