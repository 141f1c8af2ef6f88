import { useEffect } from 'react';
import { followOtherTabs } from './alerts/deviceSettings.ts';
import { useOfferNotifications } from './alerts/useOfferNotifications.ts';
import { markVisibleTab } from './tabs/tabs.ts';
import { useRunningJobs } from './tabs/useRunningJobs.ts';
import { useTabBadge } from './tabs/useTabBadge.ts';
import { Toaster } from './toasts/Toaster.tsx';
import { useReports } from './useReports.ts';

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
