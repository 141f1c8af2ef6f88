import type { Evaluation } from './evaluate.ts';

/** What must not happen on any canvas, by the metric that counts it. */
export const zeroMetrics = [
  'siblingOverlaps',
  'tightGaps',
  'textOutside',
  'connectorsThroughShapes',
  'danglingConnectors',
  'looseEnds',
  'childrenOutside',
] as const;

/** Faults that a picture may have; fewer are better. */
export const blemishMetrics = ['labelOverlaps', 'sharedPieces', 'crossings'] as const;

const leastContrast = 4.5;
/** Part of the canvases that must be within 1:3 to 3:1. */
const leastProportionate = 0.95;

const isProportionate = (ratio: number): boolean => ratio >= 1 / 3 && ratio <= 3;

/** What one canvas must not be, in words. */
export function violationsOf({ quality, contrast, failure }: Evaluation): string[] {
  return [
    ...(failure === null ? [] : [failure]),
    ...zeroMetrics.filter((metric) => quality[metric] > 0).map((metric) => `${metric}: ${quality[metric]}`),
    ...(contrast >= leastContrast ? [] : [`contrast ${contrast.toFixed(2)}:1`]),
  ];
}

export type Verdict = {
  violations: string[];
  /** Part of the canvases, from 0 to 1, whose proportions are within 1:3 to 3:1. */
  proportionate: number;
  totals: Record<(typeof zeroMetrics)[number] | (typeof blemishMetrics)[number] | 'bends', number>;
  /** Times of layouts with at least so many objects, in milliseconds. */
  layoutMs: Record<'all' | 'from50' | 'from150', { count: number; p50: number; p95: number }>;
  /** Means over the canvases, in pixels. */
  movement: { last: number; travel: number };
};

const quantile = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;

function timesOf(evaluations: readonly Evaluation[], least: number) {
  const times = evaluations
    .filter(({ objects }) => objects.length >= least)
    .map(({ layoutMs }) => layoutMs)
    .toSorted((a, b) => a - b);
  return { count: times.length, p50: quantile(times, 0.5), p95: quantile(times, 0.95) };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** What all canvases together come to. */
export function verdictOf(evaluations: readonly Evaluation[]): Verdict {
  const violations = evaluations.flatMap((each) =>
    violationsOf(each).map((violation) => `${each.source}, ${each.name}: ${violation}`),
  );
  const drawn = evaluations.filter(({ objects }) => objects.length > 0);
  const proportionate =
    drawn.filter(({ quality }) => isProportionate(quality.aspectRatio)).length / Math.max(1, drawn.length);
  if (proportionate < leastProportionate)
    violations.push(`only ${(100 * proportionate).toFixed(1)} % of the canvases are within 1:3 to 3:1`);
  const total = (metric: keyof Verdict['totals']) =>
    drawn.reduce((sum, { quality }) => sum + quality[metric], 0);
  const metrics = [...zeroMetrics, ...blemishMetrics, 'bends'] as const;
  return {
    violations,
    proportionate,
    totals: Object.fromEntries(metrics.map((metric) => [metric, total(metric)])) as Verdict['totals'],
    layoutMs: { all: timesOf(drawn, 0), from50: timesOf(drawn, 50), from150: timesOf(drawn, 150) },
    movement: {
      last: mean(drawn.map(({ movement }) => movement.last)),
      travel: mean(drawn.map(({ movement }) => movement.travel)),
    },
  };
}
