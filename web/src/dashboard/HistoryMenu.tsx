import { Ellipsis, Link2, PencilLine, RotateCcw } from 'lucide-react';
import { useMutation } from 'urql';
import { doc } from '../api/document.ts';
import { refusalText } from '../api/errors/refusalText.ts';
import { requestFailure } from '../api/errors/requestFailure.ts';
import { Menu, type MenuItem } from '../controls/Menu.tsx';
import { type DashboardJobFragment, RetryJobDocument } from '../generated/graphql.ts';
import { firstLine } from '../jobs/texts/format.ts';
import { t } from '../language/dashboardTexts.ts';
import { announce } from '../ui/messages/notice.ts';
import { copyJobLink, runAgainWithChanges } from './jobActions.ts';

/** What can be done with a finished job of the list. */
export function HistoryMenu({ job }: { job: DashboardJobFragment }) {
  const retry = useRetry(job.id);
  return (
    <div className="job-row-menu">
      <Menu
        label={t('dashboard.action.menu', { title: firstLine(job.instruction) })}
        icon={<Ellipsis aria-hidden />}
        items={[
          ...(job.canRetry ? [retryItem(retry)] : []),
          ...(job.type === 'TIDY_CANVAS' ? [] : [runAgainItem(job)]),
          {
            label: t('dashboard.action.copyLink'),
            icon: <Link2 aria-hidden />,
            onChoose: () => void copyJobLink(job.id),
          },
        ]}
      />
    </div>
  );
}

function retryItem(retry: () => Promise<void>): MenuItem {
  return { label: t('job.tryAgain'), icon: <RotateCcw aria-hidden />, onChoose: () => void retry() };
}

function runAgainItem(job: DashboardJobFragment): MenuItem {
  return {
    label: t('dashboard.action.runAgain'),
    icon: <PencilLine aria-hidden />,
    onChoose: () => runAgainWithChanges(job),
  };
}

/** Queues a job again. The live updates move it to the active jobs; a refusal is shown as a toast. */
function useRetry(jobId: string): () => Promise<void> {
  const [, retry] = useMutation(doc(RetryJobDocument));
  return async () => {
    const { data, error } = await retry({ input: { jobId } });
    const outcome = data?.retryJob;
    if (error) announce({ text: requestFailure(error), isFailure: true });
    else if (outcome && 'message' in outcome) announce({ text: refusalText(outcome), isFailure: true });
  };
}
