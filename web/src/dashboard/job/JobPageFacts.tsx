import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { JobPageJobFragment } from '../../generated/graphql.ts';
import type { JobProgress } from '../../jobs/state/jobProgress.ts';
import { formatDuration, formatObjectCount, formatQueuePosition } from '../../jobs/texts/format.ts';
import { plannerName } from '../../jobs/texts/plannerName.ts';
import { t } from '../../language/dashboardTexts.ts';
import { currentLocale } from '../../language/language.ts';
import { canvasPath } from '../../ui/paths.ts';
import { PrioritySelect } from './PrioritySelect.tsx';
import { usageText } from './usageText.ts';

type Props = { job: JobPageJobFragment; progress: JobProgress; isOperator: boolean };

/** What is known about a job, as a list of names and values. */
export function JobPageFacts({ job, progress, isOperator }: Props) {
  const planner = progress.planner ?? job.planner;
  const isWaiting = progress.status === 'QUEUED';
  return (
    <dl className="job-page-facts">
      <Fact name={t('dashboard.filter.canvas')}>
        {job.canvas && <Link href={canvasPath(job.canvas.id)}>{job.canvas.title}</Link>}
      </Fact>
      <Fact name={t('dashboard.filter.type')}>{t(`jobs.type.${job.type}`)}</Fact>
      <Fact name={t('dashboard.filter.priority')}>
        {isWaiting ? (
          <PrioritySelect job={job} isOperator={isOperator} />
        ) : (
          t(`jobs.priority.${job.priority}`)
        )}
      </Fact>
      <Fact name={t('dashboard.job.position')}>
        {isWaiting && job.queuePosition !== null && formatQueuePosition(job.queuePosition)}
      </Fact>
      <Fact name={t('dashboard.filter.planner')}>{planner && plannerName(planner, job.model)}</Fact>
      <Fact name={t('dashboard.job.cache')}>{job.cacheHit && t('job.cached')}</Fact>
      <Fact name={t('dashboard.job.objects')}>
        {progress.objectCount > 0 && formatObjectCount(progress.objectCount)}
      </Fact>
      <Fact name={t('dashboard.job.usage')}>{job.usage && usageText(job.usage)}</Fact>
      <Fact name={t('dashboard.job.createdBy')}>{isOperator && job.createdBy.name}</Fact>
      <Fact name={t('dashboard.filter.time')}>{formatMoment(job.createdAt)}</Fact>
      <Fact name={t('dashboard.job.started')}>{job.startedAt && formatMoment(job.startedAt)}</Fact>
      <Fact name={t('dashboard.job.finished')}>{job.finishedAt && formatMoment(job.finishedAt)}</Fact>
      <Fact name={t('dashboard.job.total')}>
        {job.finishedAt && formatDuration(Date.parse(job.finishedAt) - Date.parse(job.createdAt))}
      </Fact>
    </dl>
  );
}

/** Nothing without a value. */
function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function formatMoment(moment: string): string {
  return new Date(moment).toLocaleString(currentLocale(), { dateStyle: 'medium', timeStyle: 'medium' });
}
