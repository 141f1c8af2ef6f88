import { useId, useState } from 'react';
import { t } from '../../language/opsTexts.ts';
import { ChartTable, formatValue } from './ChartTable.tsx';
import type { Chart } from './chart.ts';
import { dashes } from './drawChart.ts';
import { Plot } from './Plot.tsx';
import './charts.css';

/** A chart with its legend, and its values as a table. */
export function ChartFigure({ chart }: { chart: Chart }) {
  const [pointed, setPointed] = useState<number | null>(null);
  const heading = useId();
  return (
    <figure className="chart" aria-labelledby={heading}>
      <figcaption>
        <h3 id={heading}>{chart.title}</h3> <span className="chart-unit">{chart.unit}</span>
      </figcaption>
      {chart.emptyText !== null ? (
        <p className="plot-empty">{chart.emptyText}</p>
      ) : (
        <>
          <Legend chart={chart} pointed={pointed} />
          <Plot
            chart={chart}
            pointed={pointed}
            describe={(index) => describe(chart, index)}
            onPoint={setPointed}
          />
        </>
      )}
      <ChartTable chart={chart} />
    </figure>
  );
}

/** The values of a period in words. */
function describe(chart: Chart, index: number): string {
  const values = chart.series.map(({ label, values: all }) => `${label} ${formatValue(chart, all[index])}`);
  const time = chart.times[index];
  return `${time === undefined ? '' : chart.formatTime(time)}: ${values.join(', ')}`;
}

/** The lines with their values in the period under the pointer, or else in the whole window or the current period. */
function Legend({ chart, pointed }: { chart: Chart; pointed: number | null }) {
  const shown = pointed ?? chart.current;
  const time = chart.times[shown];
  const whole = pointed === null ? chart.whole : null;
  return (
    <div className="legend">
      <ul>
        {chart.series.map(({ label, values }, index) => (
          <li key={label}>
            <svg className="legend-line" data-line={index + 1} viewBox="0 0 22 4" aria-hidden>
              <line x1="0" y1="2" x2="22" y2="2" strokeDasharray={dashes[index]?.join(' ')} />
            </svg>
            {label}{' '}
            <strong className="figures">
              {formatValue(chart, (whole?.values ?? values)[whole ? index : shown])}
            </strong>
          </li>
        ))}
      </ul>
      {time !== undefined && (
        <span className="legend-time">
          {whole?.text ?? t('ops.charts.since', { time: chart.formatTime(time) })}
        </span>
      )}
    </div>
  );
}
