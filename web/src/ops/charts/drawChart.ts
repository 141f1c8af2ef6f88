import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { Chart } from './chart.ts';

/** Dashes of the lines, so that they differ in more than colour; as in the legend. */
export const dashes = [[], [7, 4], [2, 3], [9, 3, 2, 3]] as const;

/** The height of the drawing with its axes, in CSS pixels. */
export const chartHeight = 180;

const gap = 8;
/** About the width of a character of the axes. */
const characterWidth = 8;

/** All charts show the same period under the pointer. */
const together = 'ops';

/**
 * Draws a chart into an element.
 * @param onPoint Gets the index of the period under the pointer; null when the pointer leaves.
 */
export function drawChart(host: HTMLElement, chart: Chart, onPoint: (index: number | null) => void): uPlot {
  const color = (name: string) => computedColor(host, name);
  const axis = {
    stroke: color('--ink-soft'),
    font: `12px ${getComputedStyle(host).fontFamily}`,
    grid: { stroke: color('--line'), width: 1 },
    ticks: { show: false },
    gap,
  };
  return new uPlot(
    {
      width: host.clientWidth,
      height: chartHeight,
      legend: { show: false },
      cursor: { y: false, drag: { x: false, y: false }, sync: { key: together } },
      hooks: { setCursor: [({ cursor }) => onPoint(cursor.idx ?? null)] },
      scales: { y: { range: (_plot, _min, max) => [0, Math.max(max * 1.05, chart.leastMax)] } },
      axes: [
        {
          ...axis,
          size: 28,
          space: 72,
          values: (_plot, marks) => marks.map((mark) => chart.formatTime(mark * 1_000)),
        },
        {
          ...axis,
          space: 36,
          incrs: [...chart.steps],
          values: (_plot, marks) => marks.map(chart.formatMark),
          size: (_plot, labels) => widest(labels) * characterWidth + 2 * gap,
        },
      ],
      series: [
        {},
        ...chart.series.map(({ label }, index) => ({
          label,
          stroke: color(`--chart-${index + 1}`),
          width: 2,
          dash: [...(dashes[index] ?? [])],
          points: { show: true, size: 4 },
        })),
      ],
    },
    plotData(chart),
    host,
  );
}

/** The values as uPlot takes them; times in seconds. */
export function plotData({ times, series }: Chart): uPlot.AlignedData {
  return [times.map((time) => time / 1_000), ...series.map(({ values }) => [...values])];
}

const widest = (labels: string[] | null) => Math.max(1, ...(labels ?? []).map(({ length }) => length));

/** A colour token as a canvas takes it: without `var()` and `light-dark()`. */
function computedColor(host: HTMLElement, token: string): string {
  const probe = host.appendChild(document.createElement('span'));
  probe.style.color = `var(${token})`;
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
