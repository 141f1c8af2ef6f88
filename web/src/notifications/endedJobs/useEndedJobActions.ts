import { useClient } from 'urql';
import { useLocation } from 'wouter';
import type { EndedJobFragment, ListedJobFragment } from '../../generated/graphql.ts';
import { t } from '../../language/language.ts';
import type { NoticeAction } from '../../ui/messages/notice.ts';
import { canvasPath, jobPath } from '../../ui/paths.ts';
import { retryEndedJob, undoEndedJob } from './endedJobRequests.ts';

/** Returns what a person can do about a job that has ended. */
export function useEndedJobActions(): (job: EndedJobFragment | ListedJobFragment) => readonly NoticeAction[] {
  const client = useClient();
  const [, navigate] = useLocation();
  return (job) => {
    const { id, status, canvas, canvasVersion, canRetry } = job;
    const path = canvas ? canvasPath(canvas.id) : jobPath(id);
    const actions: NoticeAction[] = [{ label: t('notifications.open'), run: () => navigate(path) }];
    const isUndone = canvasVersion && 'undoneBy' in canvasVersion && canvasVersion.undoneBy !== null;
    if (status === 'COMPLETED' && canvasVersion && !isUndone) {
      actions.push({ label: t('notifications.undo'), run: () => void undoEndedJob(client, job) });
    }
    if (canRetry)
      actions.push({ label: t('notifications.retry'), run: () => void retryEndedJob(client, job) });
    return actions;
  };
}
