import { Link } from 'wouter';
import type { JobSummaryFragment } from '../generated/graphql.ts';
import { canvasPath } from '../ui/paths.ts';
import { useNow } from '../ui/useNow.ts';
import { firstLine, formatAge, formatDuration, formatObjectCount, formatQueuePosition } from './format.ts';
import { StatusBadge } from './StatusBadge.tsx';
import { isTerminal } from './status.ts';
import './jobList.css';

/** A job in a list, with a link to its canvas. */
export function JobRow({ job }: { job: JobSummaryFragment }) {
  const now = useNow(30_000);
  const running = job.status === 'PROCESSING';
  const content = (
    <>
      <span className="job-row-text">{firstLine(job.instruction)}</span>
      <span className="job-row-meta">
        {job.type === 'CREATE_CANVAS' ? 'New canvas' : 'Change'} · {formatAge(job.createdAt, now)}
        {outcome(job)}
      </span>
      <span className="job-row-state">
        {running && <span className="figures job-row-percent">{Math.round(job.progress * 100)}%</span>}
        <StatusBadge
          status={job.status}
          isWaitingForRetry={job.status === 'QUEUED' && job.nextAttemptAt !== null}
        />
      </span>
    </>
  );
  return (
    <li>
      {job.canvas ? (
        <Link className="job-row" href={canvasPath(job.canvas.id)}>
          {content}
        </Link>
      ) : (
        <div className="job-row">{content}</div>
      )}
    </li>
  );
}

function outcome(job: JobSummaryFragment): string {
  if (job.status === 'FAILED' && job.error) return ` · ${job.error.message}`;
  if (job.status === 'QUEUED' && job.queuePosition !== null)
    return ` · ${formatQueuePosition(job.queuePosition)}`;
  if (!isTerminal(job.status) || !job.startedAt || !job.finishedAt) return '';
  const objects = formatObjectCount(job.objectCount);
  if (job.cacheHit) return ` · ${objects}, from the cache`;
  const took = formatDuration(Date.parse(job.finishedAt) - Date.parse(job.startedAt));
  const attempts = job.attempt > 1 ? `, ${job.attempt} attempts` : '';
  return ` · ${objects} in ${took}${attempts}`;
}
