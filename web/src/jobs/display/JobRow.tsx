import { Link } from 'wouter';
import type { JobSummaryFragment } from '../../generated/graphql.ts';
import { formatProgress } from '../../language/formats.ts';
import { t } from '../../language/language.ts';
import { canvasPath } from '../../ui/paths.ts';
import { useNow } from '../../ui/useNow.ts';
import { firstLine, formatAge } from '../texts/format.ts';
import { outcomeText } from '../texts/outcomeText.ts';
import { StatusBadge } from './StatusBadge.tsx';
import './jobList.css';

/** A job in a list, with a link to its canvas. */
export function JobRow({ job }: { job: JobSummaryFragment }) {
  const now = useNow(30_000);
  const running = job.status === 'PROCESSING';
  const facts = [t(`jobs.type.${job.type}`), formatAge(job.createdAt, now), outcomeText(job)];
  const content = (
    <>
      <span className="job-row-text">{firstLine(job.instruction)}</span>
      <span className="job-row-meta">{facts.filter(Boolean).join(' · ')}</span>
      <span className="job-row-state">
        {running && <span className="figures job-row-percent">{formatProgress(job.progress)}</span>}
        <StatusBadge {...job} />
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
