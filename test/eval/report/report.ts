import type { Evaluation } from '../evaluation/evaluate.ts';
import {
  blemishMetrics,
  type CategoryVerdict,
  type Verdict,
  violationsOf,
  zeroMetrics,
} from '../evaluation/verdict.ts';
import type { Match } from '../metrics/alignment.ts';

const nameWidth = 34;

const line = (name: string, cells: readonly string[]): string =>
  `${name.slice(0, nameWidth).padEnd(nameWidth)} ${cells.map((cell) => cell.padStart(11)).join(' ')}`;

const percent = (part: number): string => (100 * part).toFixed(1);

const matchCells = (match: Match | null): string[] =>
  match === null ? ['', ''] : [percent(match.precision), percent(match.recall)];

const categoryLine = ({
  category,
  cases,
  fidelity,
  expectations,
  met,
  complete,
  nodes,
  paths,
}: CategoryVerdict): string =>
  line(category, [
    ...[String(cases), percent(fidelity), `${met}/${expectations}`, String(complete)],
    ...matchCells(nodes),
    ...matchCells(paths),
  ]);

/** Fidelity by category as a table for the terminal, in per cent. */
export function categoryTable({ categories, groups }: Verdict): string {
  const head = [
    'cases',
    'fidelity',
    'met',
    'complete',
    'nodes prec.',
    'nodes rec.',
    'paths prec.',
    'paths rec.',
  ];
  return [line('category', head), ...categories.map(categoryLine), '', ...groups.map(categoryLine)].join(
    '\n',
  );
}

/** The worst cases, with what they don't meet. */
export function worstCases(evaluations: readonly Evaluation[], count: number): string {
  const worst = evaluations
    .filter(({ fidelity }) => fidelity < 1)
    .toSorted((a, b) => a.fidelity - b.fidelity || b.checks.length - a.checks.length)
    .slice(0, count);
  return worst.map(caseInWords).join('\n');
}

const mostUnmet = 8;

/** A case, with the expectations that it does not meet. */
export function caseInWords({ name, fidelity, checks, instruction }: Evaluation): string {
  const unmet = checks.filter(({ isMet }) => !isMet).map(({ what }) => `    - ${what.replaceAll('\n', ' ')}`);
  const more = unmet.length > mostUnmet ? [`    - and ${unmet.length - mostUnmet} more`] : [];
  const asked = instruction.replaceAll('\n', ' / ').slice(0, 100);
  return [
    `${percent(fidelity).padStart(5)} %  ${name}: ${asked}`,
    ...unmet.slice(0, mostUnmet),
    ...more,
  ].join('\n');
}

const inWords = (match: Match): string =>
  `precision ${percent(match.precision)} %, recall ${percent(match.recall)} %`;

/** Everything beside fidelity: processes, junk, geometry, times. */
export function summaryOf({
  totals,
  geometry,
  process,
  junk,
  proportionate,
  layoutMs,
  movement,
  violations,
}: Verdict): string {
  const { unreadable, ...counts } = geometry;
  return [
    ...(process === null
      ? []
      : [`prose:       activities ${inWords(process.activities)}; decisions ${inWords(process.decisions)}`]),
    `junk:        ${junk} changes that must change nothing put something on the canvas`,
    `must be 0:   ${zeroMetrics.map((metric) => `${metric} ${totals[metric]}`).join(', ')}`,
    `should be:   ${blemishMetrics.map((metric) => `${metric} ${totals[metric]}`).join(', ')}, bends ${totals.bends}`,
    `geometry:    ${Object.entries(counts)
      .map(([metric, count]) => `${metric} ${count}`)
      .join(', ')}`,
    `readable:    ${unreadable} canvases with text below 9 px when fitted into 1400 by 800`,
    `proportions: ${percent(proportionate)} % within 1:3 to 3:1`,
    ...Object.entries(layoutMs).map(
      ([which, { count, p50, p95 }]) =>
        `layout time: ${which} (${count} canvases) p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms`,
    ),
    `movement:    ${movement.last.toFixed(0)} px from the last preview, ${movement.travel.toFixed(0)} px in all, per object`,
    ...violations.map((violation) => `WRONG: ${violation}`),
  ].join('\n');
}

/** The evaluation as JSON, without the objects themselves. */
export function reportOf(evaluations: readonly Evaluation[], verdict: Verdict, comparison: unknown): string {
  return `${JSON.stringify(
    {
      ...{ verdict, comparison },
      cases: evaluations.map((evaluation) => {
        const { drawn, checks, ...rest } = evaluation;
        const { objects, ...canvas } = drawn;
        return {
          ...{ ...rest, ...canvas, objectCount: objects.length },
          ...{ expectations: checks.length, violations: violationsOf(evaluation) },
          unmet: checks.filter(({ isMet }) => !isMet).map(({ what }) => what),
        };
      }),
    },
    null,
    2,
  )}\n`;
}
