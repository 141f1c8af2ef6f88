import { useMemo } from 'react';
import { useLocation } from 'wouter';
import { OpsStatisticsDocument, type OpsStatisticsQuery } from '../../generated/graphql.ts';
import { t } from '../../language/opsTexts.ts';
import { Problem } from '../../ui/messages/Problem.tsx';
import { opsPath } from '../../ui/paths.ts';
import { Choice } from '../section/Choice.tsx';
import { OpsSection } from '../section/OpsSection.tsx';
import { usePolled } from '../section/usePolled.ts';
import { ChartFigure } from './ChartFigure.tsx';
import type { Chart } from './chart.ts';
import { queueChart } from './queueChart.ts';
import { statisticsCharts } from './statisticsCharts.ts';
import { statsWindows, type WindowName, windowNames } from './statsWindow.ts';

/** Charts of everyone's jobs in a time window. */
export function Statistics({ window }: { window: WindowName }) {
  const variables = { window: statsWindows[window] };
  return (
    <OpsSection title={t('ops.charts.title')} query={OpsStatisticsDocument} variables={variables}>
      <WindowChoice current={window} />
      {/* The charts of another window are others: lines of the last one never have the units of the next. */}
      <Charts key={window} window={window} />
    </OpsSection>
  );
}

function Charts({ window }: { window: WindowName }) {
  const { data, error, reread } = usePolled(OpsStatisticsDocument, { window: statsWindows[window] });
  const charts = useMemo(() => data && chartsOf(data, window), [data, window]);
  if (!charts && error) return <Problem error={error} onRetry={reread} />;
  return (
    <div className="charts" aria-busy={!charts}>
      {charts?.map((chart) => (
        <ChartFigure key={chart.title} chart={chart} />
      ))}
    </div>
  );
}

function chartsOf({ jobStats, queueHistory }: OpsStatisticsQuery, window: WindowName): Chart[] {
  return [
    ...(jobStats ? statisticsCharts(jobStats, window) : []),
    ...(queueHistory ? [queueChart(queueHistory, window)] : []),
  ];
}

function WindowChoice({ current }: { current: WindowName }) {
  const [, navigate] = useLocation();
  return (
    <Choice
      label={t('ops.window.label')}
      options={windowNames.map((name) => [name, t(`ops.window.${name}`)] as const)}
      current={current}
      onChoose={(name) => navigate(`${opsPath}?window=${name}`, { replace: true })}
    />
  );
}
