import { Link2, PencilLine, SquareArrowOutUpRight } from 'lucide-react';
import { Link } from 'wouter';
import { Button } from '../../controls/Button.tsx';
import type { JobPageJobFragment } from '../../generated/graphql.ts';
import { RetryJob } from '../../jobs/commands/RetryJob.tsx';
import { isTerminal } from '../../jobs/state/status.ts';
import { t } from '../../language/dashboardTexts.ts';
import { canvasPath } from '../../ui/paths.ts';
import { copyJobLink, runAgainWithChanges } from '../jobActions.ts';

/** What can be done with a job, besides cancelling it. */
export function JobPageActions({ job }: { job: JobPageJobFragment }) {
  return (
    <div className="job-page-actions">
      {job.canRetry && isTerminal(job.status) && <RetryJob jobId={job.id} look="text" />}
      {job.canvas && (
        <Link className="button" href={canvasPath(job.canvas.id)}>
          <SquareArrowOutUpRight aria-hidden /> {t('dashboard.action.openCanvas')}
        </Link>
      )}
      {job.type !== 'TIDY_CANVAS' && (
        <Button onClick={() => runAgainWithChanges(job)}>
          <PencilLine aria-hidden /> {t('dashboard.action.runAgain')}
        </Button>
      )}
      <Button onClick={() => void copyJobLink(job.id)}>
        <Link2 aria-hidden /> {t('dashboard.action.copyLink')}
      </Button>
    </div>
  );
}
