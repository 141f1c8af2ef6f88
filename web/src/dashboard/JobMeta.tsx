import { Link } from 'wouter';
import type { DashboardJobFragment } from '../generated/graphql.ts';
import { isTerminal } from '../jobs/state/status.ts';
import { firstLine, formatAge } from '../jobs/texts/format.ts';
import { outcomeText } from '../jobs/texts/outcomeText.ts';
import { t } from '../language/dashboardTexts.ts';
import { formatMoment } from '../language/formats.ts';
import { canvasPath } from '../ui/paths.ts';
import { useNow } from '../ui/useNow.ts';

/** Facts of a job below its instruction. `owner`: shown if the list is everyone's. */
export function JobMeta({ job, owner }: { job: DashboardJobFragment; owner: string | null }) {
  const now = useNow(30_000);
  return (
    <p className="job-row-meta">
      {t(`jobs.type.${job.type}`)}
      {' · '}
      {job.canvas && (
        <>
          <Link href={canvasPath(job.canvas.id)} title={job.canvas.title}>
            {canvasName(job.canvas.title, job.instruction)}
          </Link>
          {' · '}
        </>
      )}
      {owner && `${t('dashboard.by', { name: owner })} · `}
      <time dateTime={job.createdAt} title={formatMoment(job.createdAt)}>
        {formatAge(job.createdAt, now)}
      </time>
      {job.priority !== 'NORMAL' && ` · ${t(`jobs.priority.${job.priority}`)}`}
      {isTerminal(job.status) && outcomeText(job) && ` · ${outcomeText(job)}`}
    </p>
  );
}

/** A canvas is often named after the instruction, which is above it. */
function canvasName(title: string, instruction: string): string {
  return firstLine(instruction).startsWith(title) ? t('dashboard.action.openCanvas') : title;
}
