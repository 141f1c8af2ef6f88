import type { OpsQueueDepthFragment } from '../../generated/graphql.ts';
import { t } from '../../language/opsTexts.ts';
import { counts, timeFormat } from './axes.ts';
import { type Chart, isZero } from './chart.ts';
import type { WindowName } from './statsWindow.ts';

const priorities = ['urgent', 'high', 'normal', 'low'] as const;

/** The chart of waiting jobs by priority. */
export function queueChart(history: readonly OpsQueueDepthFragment[], window: WindowName): Chart {
  const lastRecorded = history.findLastIndex(({ normal }) => normal !== null);
  const series = priorities.map((priority) => ({
    label: t(`jobs.priority.${priority.toUpperCase() as Uppercase<typeof priority>}`),
    values: history.map((bucket) => bucket[priority]),
  }));
  return {
    ...counts(t('ops.charts.unit.mostWaiting')),
    title: t('ops.depth.caption'),
    times: history.map(({ from }) => Date.parse(from)),
    current: lastRecorded < 0 ? history.length - 1 : lastRecorded,
    whole: null,
    series,
    emptyText: isZero(series) ? t('ops.charts.noneWaited') : null,
    formatTime: timeFormat(window),
  };
}
