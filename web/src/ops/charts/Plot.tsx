import { type KeyboardEvent, useEffect, useEffectEvent, useRef } from 'react';
import type uPlot from 'uplot';
import { useTheme } from '../../ui/theme.ts';
import { type Chart, nextIndex } from './chart.ts';
import { chartHeight, drawChart, plotData } from './drawChart.ts';

type PlotProps = {
  chart: Chart;
  /** Index of the period whose values are shown; null: none is pointed at. */
  pointed: number | null;
  /** The values of a period as a text. */
  describe(index: number): string;
  onPoint(index: number | null): void;
};

/**
 * The drawing of a chart; the arrow keys go through its periods. New data moves its lines; only another theme needs a new
 * drawing.
 */
export function Plot({ chart, pointed, describe, onPoint }: PlotProps) {
  const host = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot>(null);
  const theme = useTheme();
  const draw = useEffectEvent((element: HTMLElement) => drawChart(element, chart, onPoint));

  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme decides the colours
  useEffect(() => {
    if (!host.current) return;
    const drawn = draw(host.current);
    plot.current = drawn;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) drawn.setSize({ width: entry.contentRect.width, height: chartHeight });
    });
    observer.observe(host.current);
    return () => {
      observer.disconnect();
      drawn.destroy();
    };
  }, [theme]);

  useEffect(() => plot.current?.setData(plotData(chart)), [chart]);

  const last = chart.times.length - 1;
  const shown = Math.min(pointed ?? chart.current, last);
  function pointAt(index: number): void {
    const drawn = plot.current;
    const time = chart.times[index];
    if (!drawn || time === undefined) return;
    drawn.setCursor({ left: drawn.valToPos(time / 1_000, 'x'), top: chartHeight / 2 });
    onPoint(index);
  }
  function onKeyDown(event: KeyboardEvent): void {
    const index = nextIndex(event.key, shown, last);
    if (index === null) return;
    event.preventDefault();
    pointAt(index);
  }

  return (
    <div
      className="plot"
      ref={host}
      role="slider"
      tabIndex={0}
      aria-label={chart.title}
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={shown}
      aria-valuetext={describe(shown)}
      onKeyDown={onKeyDown}
      onBlur={() => {
        plot.current?.setCursor({ left: -10, top: -10 });
        onPoint(null);
      }}
    />
  );
}
