/** A line of a chart: a value for each of its times; null where there is none. */
export type ChartSeries = { label: string; values: readonly (number | null)[] };

/** What a chart shows. */
export type Chart = {
  title: string;
  /** Unit of the values, shown beside the title. */
  unit: string;
  /** Beginnings of the periods that the values are for, in ms since 1970, in ascending order. */
  times: readonly number[];
  /** Index of the period to begin with. */
  current: number;
  /** The value of each line for the whole window, shown in the legend; null: it shows the current period. */
  whole: { text: string; values: readonly (number | null)[] } | null;
  series: readonly ChartSeries[];
  /** Shown in place of the lines; null when there is something to draw. */
  emptyText: string | null;
  /** Distances between marks on the axis of values that may be used, in ascending order. */
  steps: readonly number[];
  /** Where the axis ends at least. */
  leastMax: number;
  /** A value as a text. */
  format(value: number): string;
  /** A value at a mark on the axis; shorter, because marks are round. */
  formatMark(value: number): string;
  /** Beginning of a period as a text. */
  formatTime(time: number): string;
};

/** Whether no line has a value. */
export function isBlank(series: readonly ChartSeries[]): boolean {
  return series.every(({ values }) => values.every((value) => value === null));
}

/** Whether no line has a value other than 0. */
export function isZero(series: readonly ChartSeries[]): boolean {
  return series.every(({ values }) => values.every((value) => value === null || value === 0));
}

/** The period that a key leads to; null for other keys. */
export function nextIndex(key: string, current: number, last: number): number | null {
  if (key === 'Home') return 0;
  if (key === 'End') return last;
  if (key === 'ArrowLeft') return Math.max(0, current - 1);
  return key === 'ArrowRight' ? Math.min(last, current + 1) : null;
}
