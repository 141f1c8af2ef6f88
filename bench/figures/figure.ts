/** What a benchmark has measured. */
export type Figure = {
  name: string;
  value: number;
  unit: string;
  /** In the same unit, measured in the same run. */
  baseline?: { name: string; value: number };
  goal?: Goal;
};

/** Bounds of a figure, and of its ratio to the baseline. */
export type Goal = {
  bound: '≤' | '≥' | '<' | '>';
  value?: number;
  ratio?: number;
  /** Why the goal is missed whatever was measured. */
  missed?: string | undefined;
};

const comparisons: Record<Goal['bound'], (measured: number, bound: number) => boolean> = {
  '≤': (measured, bound) => measured <= bound,
  '≥': (measured, bound) => measured >= bound,
  '<': (measured, bound) => measured < bound,
  '>': (measured, bound) => measured > bound,
};

export function ratioOf({ value, baseline }: Figure): number | undefined {
  return baseline && value / baseline.value;
}

/** Undefined without a goal. */
export function isGoalMet(figure: Figure): boolean | undefined {
  const { goal, value } = figure;
  if (goal === undefined) return undefined;
  const holds = (measured: number | undefined, bound: number | undefined) =>
    bound === undefined || (measured !== undefined && comparisons[goal.bound](measured, bound));
  return goal.missed === undefined && holds(value, goal.value) && holds(ratioOf(figure), goal.ratio);
}

const headings = ['what', 'value', 'beside it, same run', '', 'ratio', 'goal', 'met'];
/** Columns of numbers. */
const rightAligned = new Set([1, 2, 4]);

export function table(figures: readonly Figure[]): string {
  const cells = figures.map(cellsOf);
  const rows = [headings, ...cells];
  const widths = headings.map((_, column) =>
    cells.some((row) => row[column]) ? Math.max(...rows.map((row) => row[column]?.length ?? 0)) : 0,
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => pad(cell, column, widths[column] ?? 0))
        .filter((_, column) => widths[column])
        .join('  '),
    )
    .map((line) => line.trimEnd())
    .join('\n');
}

const pad = (cell: string, column: number, width: number): string =>
  rightAligned.has(column) ? cell.padStart(width) : cell.padEnd(width);

function cellsOf(figure: Figure): string[] {
  const { name, value, unit, baseline, goal } = figure;
  const isMet = isGoalMet(figure);
  return [
    name,
    `${format(value)} ${unit}`,
    baseline ? `${format(baseline.value)} ${unit}` : '',
    baseline?.name ?? '',
    baseline ? `${format(ratioOf(figure) ?? Number.NaN)} ×` : '',
    goal ? goalText(goal) : '',
    isMet === undefined ? '' : isMet ? 'yes' : (goal?.missed ?? 'no'),
  ];
}

function goalText({ bound, value, ratio }: Goal): string {
  const bounds = [value, ratio === undefined ? undefined : `${ratio} ×`].filter((each) => each !== undefined);
  return bounds.map((each) => `${bound} ${each}`).join(' and ');
}

/** Three significant digits. */
const format = (value: number): string =>
  value.toLocaleString('en-US', {
    maximumSignificantDigits: Math.max(3, Math.trunc(value).toString().length),
  });
