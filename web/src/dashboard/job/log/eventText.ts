import type { LogEntryFragment } from '../../../generated/graphql.ts';
import { isRunningPhase } from '../../../jobs/state/status.ts';
import { failureTexts } from '../../../jobs/texts/failureText.ts';
import { formatObjectCount } from '../../../jobs/texts/format.ts';
import { plannerName } from '../../../jobs/texts/plannerName.ts';
import { t } from '../../../language/dashboardTexts.ts';
import { currentLocale } from '../../../language/language.ts';
import type { TimelineEntry } from './timeline.ts';

/** What happened, and further sentences about it. `quote`: in the words of the server. */
export type EventText = { title: string; details: readonly string[]; quote?: string | null };

/** The text of a step of the timeline. */
export function entryText(entry: TimelineEntry): EventText {
  if (entry.kind === 'event') return eventText(entry.event);
  const { phase, added, changed, deleted } = entry;
  const counts = { added, changed, deleted };
  const kinds = ['added', 'changed', 'deleted'] as const;
  const objects = kinds
    .filter((kind) => counts[kind] > 0)
    .map((kind) => t(`jobs.preview.${kind}`, { count: counts[kind] }));
  const title = isRunningPhase(phase) ? t(`jobs.phase.${phase}`) : t('jobs.status.QUEUED');
  return { title, details: objects.length === 0 ? [] : [objects.join(', ')] };
}

function eventText(event: LogEntryFragment): EventText {
  switch (event.__typename) {
    case 'JobQueued':
      return only(event.retry ? t('dashboard.event.requeued') : t('dashboard.event.queued'));
    case 'JobStarted':
      return startText(event);
    case 'JobRetryScheduled': {
      if (event.requested) return only(t('dashboard.event.retryRequested'));
      const time = formatTime(event.nextAttemptAt);
      const next = t('dashboard.event.nextAttempt', { time });
      const { texts, quote } = failureTexts(event.error);
      return { title: t('dashboard.event.attemptFailed', event), details: [...texts, next], quote };
    }
    case 'JobAttemptLost':
      return { title: t('dashboard.event.lost', event), details: [t('dashboard.event.lostDetail')] };
    case 'JobCancelRequested':
      return only(t(event.keepPartial ? 'dashboard.event.cancelKeeping' : 'dashboard.event.cancelRequested'));
    case 'JobCompleted':
      return completedText(event.objectCount, event.canvasVersion?.number);
    case 'JobFailed': {
      const { texts, quote } = failureTexts(event.error);
      return { title: t('dashboard.event.failed'), details: texts, quote };
    }
    case 'JobCancelled':
      return only(t(event.keptPartial ? 'dashboard.event.cancelledKeeping' : 'dashboard.event.cancelled'));
    default:
      return only('');
  }
}

const only = (title: string): EventText => ({ title, details: [] });

function startText({
  attempt,
  planner,
  model,
}: Extract<LogEntryFragment, { __typename: 'JobStarted' }>): EventText {
  const title = t('dashboard.event.started', { attempt });
  return planner === null ? only(title) : { title, details: [plannerName(planner, model)] };
}

function completedText(objectCount: number, version: number | undefined): EventText {
  const details = [formatObjectCount(objectCount)];
  if (version !== undefined) details.push(t('dashboard.event.version', { number: version }));
  return { title: t('dashboard.event.completed'), details: [details.join(', ')] };
}

/** A time of day with seconds. */
export function formatTime(moment: string): string {
  return new Date(moment).toLocaleTimeString(currentLocale());
}
