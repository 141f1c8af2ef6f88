import type { Evaluation } from './evaluate.ts';
import { blemishMetrics, type Verdict, violationsOf, zeroMetrics } from './verdict.ts';

const columns: { head: string; value: (each: Evaluation) => string }[] = [
  { head: 'objects', value: ({ objects }) => String(objects.length) },
  { head: 'layout', value: ({ header }) => header.layout },
  { head: 'ratio', value: ({ quality }) => quality.aspectRatio.toFixed(2) },
  {
    head: 'faults',
    value: ({ quality }) => String(zeroMetrics.reduce((sum, metric) => sum + quality[metric], 0)),
  },
  { head: 'labels', value: ({ quality }) => String(quality.labelOverlaps) },
  { head: 'shared', value: ({ quality }) => String(quality.sharedPieces) },
  { head: 'crossings', value: ({ quality }) => String(quality.crossings) },
  { head: 'bends', value: ({ quality }) => String(quality.bends) },
  { head: 'contrast', value: ({ contrast }) => contrast.toFixed(1) },
  { head: 'last move', value: ({ movement }) => movement.last.toFixed(0) },
  { head: 'travel', value: ({ movement }) => movement.travel.toFixed(0) },
  { head: 'ms', value: ({ layoutMs }) => layoutMs.toFixed(0) },
];

const nameWidth = 44;

const line = (name: string, cells: readonly string[]): string =>
  `${name.slice(0, nameWidth).padEnd(nameWidth)} ${cells.map((cell) => cell.padStart(9)).join(' ')}`;

const summary = ({ totals, proportionate, layoutMs, movement }: Verdict): string[] => [
  `must be 0:   ${zeroMetrics.map((metric) => `${metric} ${totals[metric]}`).join(', ')}`,
  `should be:   ${blemishMetrics.map((metric) => `${metric} ${totals[metric]}`).join(', ')}, bends ${totals.bends}`,
  `proportions: ${(100 * proportionate).toFixed(1)} % within 1:3 to 3:1`,
  ...Object.entries(layoutMs).map(
    ([which, { count, p50, p95 }]) =>
      `layout time: ${which} (${count} canvases) p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms`,
  ),
  `movement:    ${movement.last.toFixed(0)} px from the last preview, ${movement.travel.toFixed(0)} px in all, per object`,
];

/** The evaluation as a table for the terminal. */
export function tableOf(evaluations: readonly Evaluation[], verdict: Verdict): string {
  return [
    line(
      'case',
      columns.map(({ head }) => head),
    ),
    ...evaluations.map((each) =>
      line(
        `${each.name}${violationsOf(each).length > 0 ? ' (!)' : ''}`,
        columns.map(({ value }) => value(each)),
      ),
    ),
    '',
    ...summary(verdict),
    ...verdict.violations.map((violation) => `WRONG: ${violation}`),
  ].join('\n');
}

/** The evaluation as JSON, without the objects themselves. */
export function reportOf(evaluations: readonly Evaluation[], verdict: Verdict): string {
  return `${JSON.stringify(
    {
      verdict,
      cases: evaluations.map(({ objects, ...rest }) => ({
        ...rest,
        objectCount: objects.length,
        violations: violationsOf({ ...rest, objects }),
      })),
    },
    null,
    2,
  )}\n`;
}
