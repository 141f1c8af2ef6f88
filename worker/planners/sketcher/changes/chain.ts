import type { PlanBuilder } from '../plan/planBuilder.ts';
import type { Box, CanvasView, Line } from './canvas.ts';

/** The arrows that close the gap which a step leaves in a chain. */
export function bridges(id: string, view: CanvasView, gone: ReadonlySet<string> = new Set()): Line[] {
  const lines = view.linesAt(id);
  const [next, ...others] = lines.filter((line) => line.from === id && !gone.has(line.to));
  if (next === undefined || others.length > 0) return [];
  return lines
    .filter((line) => line.to === id && !gone.has(line.from) && line.from !== next.to)
    .map((line) => ({ ...line, to: next.to }));
}

/**
 * Joins a chain of steps to a step that it comes before or after; the arrows that were there lead through it.
 * Behind a decision it becomes one more way out, since nobody said which way it is to interrupt.
 */
export function thread(
  ids: readonly string[],
  anchor: Box,
  relation: 'after' | 'before',
  lines: readonly Line[],
  plan: PlanBuilder,
): void {
  if (relation === 'before') {
    const sources = lines.map((line) => line.from);
    chain(ids, sources, [anchor.id], lines, plan);
  } else {
    const through = lines.length === 1 ? lines : [];
    const targets = through.map((line) => line.to);
    chain(ids, [anchor.id], targets, through, plan);
  }
}

/** Joins a chain of new steps to what is before and behind it, in place of the lines that ran there. */
export function chain(
  ids: readonly string[],
  before: readonly string[],
  behind: readonly string[],
  replaced: readonly Line[],
  plan: PlanBuilder,
): void {
  const [first, last] = [ids[0], ids.at(-1)];
  if (first === undefined || last === undefined) return;
  for (const line of replaced) plan.remove(line.id);
  for (const id of before) {
    plan.edge(id, first, { label: replaced.find((line) => line.from === id)?.text ?? null });
  }
  for (const [at, id] of ids.entries()) if (at > 0) plan.edge(ids[at - 1] ?? '', id);
  for (const id of behind) plan.edge(last, id);
}
