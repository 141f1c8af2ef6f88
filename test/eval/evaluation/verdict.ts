import type { Quality } from '../../../worker/layout/quality/quality.ts';
import type { Match } from '../metrics/alignment.ts';
import type { Geometry } from '../metrics/geometry.ts';
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
/** Smallest text, in pixels, that can be read when the canvas is fitted into the view. */
export const leastText = 9;
const isProportionate = (ratio: number): boolean => ratio >= 1 / 3 && ratio <= 3;

/** What one canvas must not be, in words. */
export function violationsOf({ quality, contrast, wrongEnd }: Evaluation): string[] {
  return [
    ...(wrongEnd === null ? [] : [wrongEnd]),
    ...zeroMetrics.flatMap((metric) =>
      (quality?.[metric] ?? 0) > 0 ? [`${metric}: ${quality?.[metric]}`] : [],
    ),
    ...(contrast >= leastContrast ? [] : [`contrast ${contrast.toFixed(2)}:1`]),
  ];
}

/** What the cases of a category come to. */
export type CategoryVerdict = {
  category: string;
  cases: number;
  /** Mean share of expectations that a case meets, from 0 to 1. */
  fidelity: number;
  expectations: number;
  met: number;
  /** Cases that meet all of their expectations. */
  complete: number;
  nodes: Match | null;
  paths: Match | null;
};

export type Verdict = {
  violations: string[];
  categories: CategoryVerdict[];
  /** Instructions, changes and plans, and all cases. */
  groups: CategoryVerdict[];
  /** Activities and decisions of prose: means over its cases. */
  process: { activities: Match; decisions: Match } | null;
  /** Changes that put something on the canvas although they must not. */
  junk: number;
  /** Part of the canvases, from 0 to 1, whose proportions are within 1:3 to 3:1. */
  proportionate: number;
  totals: Record<(typeof zeroMetrics)[number] | (typeof blemishMetrics)[number] | 'bends', number>;
  geometry: Record<
    Exclude<keyof Geometry, 'textWhenFitted' | 'length' | 'relativeLength'> | 'unreadable',
    number
  >;
  /** Times of layouts with at least so many objects, in milliseconds. */
  layoutMs: Record<'all' | 'from50' | 'from150', { count: number; p50: number; p95: number }>;
  /** Means over the canvases, in pixels. */
  movement: { last: number; travel: number };
};

/** What all canvases together come to. */
export function verdictOf(evaluations: readonly Evaluation[]): Verdict {
  const violations = evaluations.flatMap((each) =>
    violationsOf(each).map((violation) => `${each.source}, ${each.name}: ${violation}`),
  );
  const drawn = evaluations.filter(({ drawn: { objects } }) => objects.length > 0);
  const qualities = drawn.flatMap(({ quality }) => quality ?? []);
  const proportionate =
    qualities.filter((each) => isProportionate(each.aspectRatio)).length / Math.max(1, qualities.length);
  return {
    ...{ violations, proportionate },
    categories: categoryVerdicts(evaluations, ({ category }) => category),
    groups: [...categoryVerdicts(evaluations, groupOf), categoryVerdict('all', evaluations)],
    process: processVerdict(evaluations),
    junk: evaluations.filter(({ junk }) => junk.length > 0).length,
    totals: totalsOf(qualities),
    geometry: geometryOf(drawn.flatMap(({ geometry }) => geometry ?? [])),
    layoutMs: { all: timesOf(drawn, 0), from50: timesOf(drawn, 50), from150: timesOf(drawn, 150) },
    movement: {
      last: mean(drawn.map(({ movement }) => movement.last)),
      travel: mean(drawn.map(({ movement }) => movement.travel)),
    },
  };
}

function groupOf({ category }: Evaluation): string {
  if (category.startsWith('plan: ')) return 'all plans';
  return category.startsWith('change: ') ? 'all changes' : 'all instructions';
}

function categoryVerdicts(
  evaluations: readonly Evaluation[],
  categoryOf: (evaluation: Evaluation) => string,
): CategoryVerdict[] {
  return [...Map.groupBy(evaluations, categoryOf)].map(([category, cases]) =>
    categoryVerdict(category, cases),
  );
}

function categoryVerdict(category: string, cases: readonly Evaluation[]): CategoryVerdict {
  const checks = cases.flatMap((each) => each.checks);
  return {
    ...{ category, cases: cases.length, fidelity: mean(cases.map(({ fidelity }) => fidelity)) },
    ...{ expectations: checks.length, met: checks.filter(({ isMet }) => isMet).length },
    complete: cases.filter(({ fidelity }) => fidelity === 1).length,
    nodes: meanMatch(cases.flatMap(({ alignment }) => alignment?.nodes ?? [])),
    paths: meanMatch(cases.flatMap(({ alignment }) => alignment?.paths ?? [])),
  };
}

function processVerdict(evaluations: readonly Evaluation[]): Verdict['process'] {
  const matches = evaluations.flatMap(({ process }) => process ?? []);
  const activities = meanMatch(matches.map((each) => each.activities));
  const decisions = meanMatch(matches.map((each) => each.decisions));
  return activities === null || decisions === null ? null : { activities, decisions };
}

function totalsOf(qualities: readonly Quality[]): Verdict['totals'] {
  const metrics = [...zeroMetrics, ...blemishMetrics, 'bends'] as const;
  return Object.fromEntries(
    metrics.map((metric) => [metric, sum(qualities.map((each) => each[metric]))]),
  ) as Verdict['totals'];
}

function geometryOf(all: readonly Geometry[]): Verdict['geometry'] {
  const metrics = [
    'onEachOther',
    'trunks',
    'crossings',
    'throughShapes',
    'throughFrames',
    'againstDirection',
    'labelOverlaps',
  ] as const;
  const counts = Object.fromEntries(metrics.map((metric) => [metric, sum(all.map((each) => each[metric]))]));
  return {
    ...counts,
    unreadable: all.filter((each) => each.textWhenFitted < leastText).length,
  } as Verdict['geometry'];
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]): number => sum(values) / Math.max(1, values.length);

function meanMatch(matches: readonly Match[]): Match | null {
  if (matches.length === 0) return null;
  return {
    precision: mean(matches.map((each) => each.precision)),
    recall: mean(matches.map((each) => each.recall)),
  };
}

function timesOf(evaluations: readonly Evaluation[], least: number) {
  const times = evaluations
    .filter(({ drawn }) => drawn.objects.length >= least)
    .map(({ layoutMs }) => layoutMs)
    .toSorted((a, b) => a - b);
  return { count: times.length, p50: quantile(times, 0.5), p95: quantile(times, 0.95) };
}

const quantile = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
