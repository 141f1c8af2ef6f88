import { useState } from 'react';
import { t } from '../../language/opsTexts.ts';
import type { Chart } from './chart.ts';

/** The values of a chart as a table, the latest first. */
export function ChartTable({ chart }: { chart: Chart }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="chart-table" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('ops.charts.table')}</summary>
      {isOpen && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by keyboard
        <section className="chart-table-scroll" tabIndex={0} aria-label={chart.title}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('ops.charts.from')}</th>
                {chart.series.map(({ label }) => (
                  <th key={label} scope="col">
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {chart.times
                .map((time, index) => (
                  <tr key={time}>
                    <th scope="row">{chart.formatTime(time)}</th>
                    {chart.series.map(({ label, values }) => (
                      <td key={label}>{formatValue(chart, values[index])}</td>
                    ))}
                  </tr>
                ))
                .reverse()}
            </tbody>
          </table>
        </section>
      )}
    </details>
  );
}

/** A value of a chart, or a dash where there is none. */
export function formatValue(chart: Chart, value: number | null | undefined): string {
  return value === null || value === undefined ? '–' : chart.format(value);
}
