import type { PlanColor, PlanShape } from '../../../../../src/canvas/model/plan.ts';
import { isBack } from '../canvas/alongArrows.ts';
import type { Box, EditedCanvas, Line } from '../canvas/editedCanvas.ts';

/** Joins boxes in a row, each with the next. */
export function joinInRow(canvas: EditedCanvas, boxes: readonly Box[]): void {
  for (const [at, box] of boxes.entries()) {
    const before = boxes[at - 1];
    if (before !== undefined) canvas.connect(before, box);
  }
}

/**
 * Puts a row of boxes into the connectors from `sources` to `targets`: what led there leads through it. Labels stay
 * where a way begins.
 */
export function threadInto(
  canvas: EditedCanvas,
  row: readonly Box[],
  {
    sources,
    targets,
    replaced,
  }: { sources: readonly Box[]; targets: readonly Box[]; replaced: readonly Line[] },
): void {
  const [first, last] = [row[0], row.at(-1)];
  if (first === undefined || last === undefined) return;
  canvas.disconnect(replaced.filter(({ access }) => access === 'free'));
  for (const source of sources) {
    const old = replaced.find((line) => line.from === source.id);
    canvas.connect(source, first, looksOf(old));
  }
  joinInRow(canvas, row);
  for (const target of targets) canvas.connect(last, target, { ends: replaced[0]?.ends ?? 'forward' });
}

const looksOf = (line: Line | undefined): Partial<Line> =>
  line === undefined ? {} : { text: line.text, style: line.style, ends: line.ends };

/**
 * Puts a row of boxes behind a step, into the one connector that leads on from it. Behind a step with several ways out
 * it becomes one more, since nobody said which one to interrupt.
 */
export function threadAfter(canvas: EditedCanvas, row: readonly Box[], anchor: Box): void {
  const isStep = (id: string) => canvas.box(id)?.text !== '' && !row.some((box) => box.id === id);
  const out = canvas.linesFrom(anchor.id).filter(({ to }) => isStep(to));
  const replaced = out.length === 1 ? out : [];
  const targets = replaced.flatMap(({ to }) => canvas.box(to) ?? []);
  threadInto(canvas, row, { sources: [anchor], targets, replaced });
}

/** Puts a row of boxes before a step, into all connectors that lead to it. */
export function threadBefore(canvas: EditedCanvas, row: readonly Box[], anchor: Box): void {
  const replaced = canvas.linesTo(anchor.id).filter((line) => !isBack(canvas, line));
  const sources = replaced.flatMap(({ from }) => canvas.box(from) ?? []);
  threadInto(canvas, row, { sources, targets: [anchor], replaced });
}

/**
 * Takes a box out of its connectors: what led to it leads to what it led to, where that is clear: with one way in or one
 * way out.
 */
export function closeGap(canvas: EditedCanvas, box: Box): void {
  const [into, out] = [canvas.linesTo(box.id), canvas.linesFrom(box.id)];
  canvas.disconnect([...into, ...out]);
  if (into.length !== 1 && out.length !== 1) return;
  for (const { from, text, style, ends } of into) {
    for (const next of out) {
      const [source, target] = [canvas.box(from), canvas.box(next.to)];
      if (source === undefined || target === undefined || source === target) continue;
      if (canvas.between(source, target).some((line) => line.from === source.id)) continue;
      canvas.connect(source, target, { text: text ?? (out.length > 1 ? next.text : null), style, ends });
    }
  }
}

/** The box that a box hangs from in a tree, with the connector. */
export function aboveInTree(canvas: EditedCanvas, box: Box): { parent: Box; line: Line } | null {
  const [line] = canvas.linesTo(box.id);
  const parent = canvas.box(line?.from ?? null);
  return line === undefined || parent === undefined ? null : { parent, line };
}

/** Whether all connectors are lines without arrowheads. */
export function isPlain({ lines }: EditedCanvas): boolean {
  return lines.length > 0 && lines.every(({ ends }) => ends === 'none');
}

/** Hangs a box from another one in a tree, with a connector like the others. */
export function hang(canvas: EditedCanvas, box: Box, parent: Box): void {
  const like = canvas.linesFrom(parent.id)[0] ?? canvas.lines[0];
  canvas.connect(parent, box, like === undefined ? {} : { ends: like.ends, style: like.style });
}

/** The most common colour among shapes of one form, those beside the new one before all others. */
export function usualColor(canvas: EditedCanvas, shape: PlanShape, parent: string | null): PlanColor | null {
  const alike = canvas.boxes.filter((box) => box.shape === shape && box.color !== null);
  const beside = alike.filter((box) => box.parent === parent);
  const counts = Map.groupBy(beside.length > 0 ? beside : alike, ({ color }) => color);
  return [...counts].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? null;
}
