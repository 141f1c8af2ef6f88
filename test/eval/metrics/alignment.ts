import { type CanvasView, reachable, reachableFrom, textOf } from '../expectations/canvasView.ts';
import type { Expected, Pattern } from '../expectations/expected.ts';
import { matchesText } from '../expectations/matchText.ts';
import { edgesOf } from '../expectations/readNotation.ts';
import { namedPatterns } from '../expectations/textChecks.ts';

/** Precision and recall, from 0 to 1. */
export type Match = { precision: number; recall: number };

/**
 * How the drawn graph agrees with the expected one (DiagramEval, EMNLP 2025). Node alignment: drawn texts that are
 * expected, and expected texts that are drawn. Path alignment: the same for ordered pairs of texts of which the second
 * is reached from the first; null where not all connectors are expected, as with decisions in prose. Texts are matched by pattern instead of by a model.
 */
export type Alignment = { nodes: Match; paths: Match | null };

/** The alignment of a canvas; null where no texts are expected. */
export function alignmentOf(view: CanvasView, expected: Expected): Alignment | null {
  const patterns = [...new Set(namedPatterns(expected))];
  if (patterns.length === 0) return null;
  const texts = view.boxes.filter((box) => textOf(box).trim() !== '');
  const meant = texts.filter((box) => patterns.some((pattern) => matchesText(pattern, textOf(box))));
  const drawn = patterns.filter((pattern) => view.find(pattern).length > 0);
  const nodes = { precision: part(meant.length, texts.length), recall: part(drawn.length, patterns.length) };
  return { nodes, paths: pathAlignment(view, expected) };
}

const part = (some: number, all: number): number => (all === 0 ? 0 : some / all);

function pathAlignment(view: CanvasView, expected: Expected): Match | null {
  const edges = [...edgesOf(expected.edges), ...edgesOf(expected.messages)].filter(({ from }) => from !== '');
  if (edges.length === 0 || expected.decisions !== undefined) return null;
  const isDirected = edges.every((edge) => edge.isDirected);
  const next = new Map<Pattern, Pattern[]>();
  const add = (from: Pattern, to: Pattern) => next.set(from, [...(next.get(from) ?? []), to]);
  for (const { from, to } of edges) {
    add(from, to);
    if (!isDirected) add(to, from);
  }
  const paths = [...next.keys()].flatMap((from) =>
    [...reachableFrom(from, next)].map((to) => [from, to] as const),
  );
  const drawn = reachable(view, isDirected);
  const wanted = new Set<string>();
  const found = paths.filter(([from, to]) => {
    const pairs = view.find(from).flatMap((a) => view.find(to).map((b) => [a.id, b.id] as const));
    for (const pair of pairs) wanted.add(pair.join(' '));
    return pairs.some(([a, b]) => drawn.get(a)?.has(b));
  });
  const drawnPaths = [...drawn].flatMap(([from, reached]) => [...reached].map((to) => `${from} ${to}`));
  return {
    precision: part(drawnPaths.filter((path) => wanted.has(path)).length, drawnPaths.length),
    recall: part(found.length, paths.length),
  };
}
