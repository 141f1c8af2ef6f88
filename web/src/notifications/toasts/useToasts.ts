import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import type { EndedJobFragment } from '../../generated/graphql.ts';
import { t } from '../../language/language.ts';
import { announce, dismiss } from '../../ui/messages/notice.ts';
import { jobsPath } from '../../ui/paths.ts';
import { createBurst } from '../endedJobs/burst.ts';
import { endKey, isShownAt } from '../endedJobs/endedJobs.ts';
import { bundleText, bundleTopic, outcomeOf, titleOf } from '../endedJobs/endedJobText.ts';
import { isUnread, markRead, readMark } from '../endedJobs/readMark.ts';
import { useEndedJobActions } from '../endedJobs/useEndedJobActions.ts';
import { claim } from '../tabs/tabs.ts';

export type Toasts = {
  /** Shows that a job has ended, unless it is read, its page is open, or another tab has shown it. */
  show(job: EndedJobFragment): void;
  /** Removes the toast of a job, such as one that is queued again. */
  hide(jobId: string): void;
};

/** The toasts of jobs that have ended. They go when the job is read, here or in another tab. */
export function useToasts(): Toasts {
  const actionsFor = useEndedJobActions();
  const [, navigate] = useLocation();
  const [next] = useState(() => createBurst());
  const [shown] = useState(() => new Map<string, EndedJobFragment>());

  function hide(jobId: string): void {
    if (shown.delete(jobId)) dismiss(jobId);
  }

  useEffect(
    () =>
      readMark.subscribe(() => {
        for (const [id, job] of shown) if (!isUnread(job, readMark.get()) && shown.delete(id)) dismiss(id);
      }),
    [shown],
  );

  async function show(job: EndedJobFragment): Promise<void> {
    if (!isUnread(job, readMark.get())) return;
    const isOpen = isShownAt(location.pathname, job);
    if (isOpen) markRead(job);
    // Also if it is open: then other tabs need not show it.
    if (!(await claim(`toast ${endKey(job)}`)) || isOpen) return;
    const bundle = next(job);
    if (bundle.count > 0) {
      const action = { label: t('notifications.showJobs'), run: () => navigate(jobsPath) };
      announce({ topic: bundleTopic, text: bundleText(bundle), action, isFailure: bundle.failedCount > 0 });
      return;
    }
    shown.set(job.id, job);
    announce({
      topic: job.id,
      title: titleOf(job),
      text: outcomeOf(job),
      isFailure: job.status === 'FAILED',
      moreActions: actionsFor(job).map(({ label, run }) => ({
        label,
        run() {
          markRead(job);
          run();
        },
      })),
    });
  }

  return { show: (job) => void show(job), hide };
}
