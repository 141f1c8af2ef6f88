import { useEffect } from 'react';
import { followOtherTabs } from './deviceSettings.ts';
import { Toaster } from './Toaster.tsx';
import { markVisibleTab } from './tabs.ts';
import { useOfferNotifications } from './useOfferNotifications.ts';
import { useReports } from './useReports.ts';
import { useRunningJobs } from './useRunningJobs.ts';
import { useTabBadge } from './useTabBadge.ts';

/**
 * Reports jobs that end where the user does not see it: by toasts, browser notifications, a sound, and in the browser
 * tab.
 * @param openedAt When the page was opened, in ms by the browser's clock: jobs that ended since are reported.
 */
export function Notifications({ openedAt }: { openedAt: number }) {
  const unseen = useReports(openedAt);
  useEffect(markVisibleTab, []);
  useEffect(followOtherTabs, []);
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
