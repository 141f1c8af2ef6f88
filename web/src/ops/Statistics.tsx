import { useMemo } from 'react';
import { useLocation } from 'wouter';
import { OpsStatisticsDocument } from '../generated/graphql.ts';
import { t } from '../language/language.ts';
import { Problem } from '../ui/Problem.tsx';
import { opsPath } from '../ui/paths.ts';
import { Choice } from './Choice.tsx';
import { ChartFigure } from './charts/ChartFigure.tsx';
import { statisticsCharts } from './charts/statisticsCharts.ts';
import { statsWindows, type WindowName, windowNames } from './charts/statsWindow.ts';
import { OpsSection } from './OpsSection.tsx';
import { usePolled } from './usePolled.ts';

/** Charts of everyone's jobs in a time window. */
export function Statistics({ window }: { window: WindowName }) {
  const variables = { window: statsWindows[window] };
  const { data, error, reread } = usePolled(OpsStatisticsDocument, variables);
  const stats = data?.jobStats;
  const charts = useMemo(() => stats && statisticsCharts(stats.buckets, window), [stats, window]);
  return (
    <OpsSection title={t('ops.charts.title')} query={OpsStatisticsDocument} variables={variables}>
      <WindowChoice current={window} />
      {!stats && error && <Problem error={error} onRetry={reread} />}
      <div className="charts" aria-busy={!charts}>
        {charts?.map((chart) => (
          <ChartFigure key={`${window} ${chart.title}`} chart={chart} />
        ))}
      </div>
    </OpsSection>
  );
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
