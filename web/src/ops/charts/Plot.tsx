import { useEffect, useEffectEvent, useRef } from 'react';
import type uPlot from 'uplot';
import { useTheme } from '../../ui/theme.ts';
import type { Chart } from './chart.ts';
import { chartHeight, drawChart, plotData } from './drawChart.ts';

type PlotProps = { chart: Chart; onPoint(index: number | null): void };

/** The drawing of a chart. New data moves its lines; only another theme needs a new drawing. */
export function Plot({ chart, onPoint }: PlotProps) {
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

  return <div className="plot" ref={host} aria-hidden />;
}
