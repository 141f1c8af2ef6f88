import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import type { EndedJobFragment } from '../generated/graphql.ts';
import { useJobUpdates } from '../jobs/useJobUpdates.ts';
import { announce } from '../ui/notice.ts';
import { canvasIdIn, canvasPath } from '../ui/paths.ts';
import { usePageVisible } from '../ui/usePageVisible.ts';
import { showBrowserNotification } from './browserNotification.ts';
import { deviceSettings, followOtherTabs } from './deviceSettings.ts';
import { createEndDetector, endKey } from './endedJobs.ts';
import { outcomeOf, titleOf } from './endedJobText.ts';
import { playTone } from './playTone.ts';
import { markRead } from './readMark.ts';
import { Toaster } from './Toaster.tsx';
import { claim, isAnyTabVisible, markVisibleTab } from './tabs.ts';
import { useEndedJobActions } from './useEndedJobActions.ts';
import { useOfferNotifications } from './useOfferNotifications.ts';
import { useRunningJobs } from './useRunningJobs.ts';
import { useTabBadge } from './useTabBadge.ts';

/**
 * Reports jobs that end where the user does not see it: by toasts, browser notifications, and in the browser tab.
 * @param openedAt When the page was opened, in ms by the browser's clock: jobs that ended since are reported.
 */
export function Notifications({ openedAt }: { openedAt: number }) {
  const [hasJustEnded] = useState(() => createEndDetector(openedAt));
  const [unseen, countUnseen] = useUnseenCount();
  const notify = useNotify();
  useEffect(markVisibleTab, []);
  useEffect(followOtherTabs, []);

  useJobUpdates({
    canvasId: null,
    onUpdate(job) {
      // Who cancels a job knows it.
      if (!hasJustEnded(job) || job.status === 'CANCELLED') return;
      countUnseen();
      void notify(job);
    },
    // A new subscription starts with what ended in the last 30 seconds.
    onMissed: () => undefined,
  });

  return (
    <>
      <RunningJobs unseen={unseen} />
      <Toaster />
    </>
  );
}

function RunningJobs({ unseen }: { unseen: number }) {
  const running = useRunningJobs();
  useTabBadge(running, unseen);
  useOfferNotifications(running);
  return null;
}

/** Counts while the page can't be seen; it is 0 whenever it can. */
function useUnseenCount(): [number, () => void] {
  const [count, setCount] = useState(0);
  const isVisible = usePageVisible();
  useEffect(() => {
    if (isVisible) setCount(0);
  }, [isVisible]);
  return [count, () => document.visibilityState !== 'visible' && setCount((before) => before + 1)];
}

/** Returns what reports a job, in one tab: a visible one, or else the first that is able to. */
function useNotify(): (job: EndedJobFragment) => Promise<void> {
  const actionsFor = useEndedJobActions();
  const [, navigate] = useLocation();

  function showToast(job: EndedJobFragment): void {
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

  return async (job) => {
    const { canvas } = job;
    const isOpen = canvas !== null && canvasIdIn(location.pathname) === canvas.id;
    const isVisible = document.visibilityState === 'visible';
    if (isVisible && isOpen) {
      markRead(job);
      return;
    }
    if (!isVisible && (await isAnyTabVisible())) return;
    if (!(await claim(endKey(job)))) return;
    if (deviceSettings.get().isSoundOn) playTone();
    // In a hidden tab, the toast waits until it can be seen.
    if (!isOpen) showToast(job);
    if (!isVisible) showBrowserNotification(job, () => canvas && navigate(canvasPath(canvas.id)));
  };
}
