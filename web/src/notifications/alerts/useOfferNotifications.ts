import { useEffect } from 'react';
import { serverNow } from '../../api/serverClock.ts';
import type { RunningJobFragment } from '../../generated/graphql.ts';
import { t } from '../../language/language.ts';
import { announce } from '../../ui/messages/notice.ts';
import { usePageVisible } from '../../ui/usePageVisible.ts';
import { claim } from '../tabs/tabs.ts';
import { enableBrowserNotifications, notificationPermission } from './browserNotification.ts';
import { changeDeviceSettings, deviceSettings } from './deviceSettings.ts';

/** In ms. Nobody wants to wait in front of a job that takes longer. */
const longJob = 20_000;

/** Offers browser notifications, once on a device, when a job takes long. */
export function useOfferNotifications(running: readonly RunningJobFragment[]): void {
  const starts = running.flatMap(({ startedAt, attempt }) =>
    startedAt === null || attempt > 1 ? [] : [Date.parse(startedAt)],
  );
  const firstStart = starts.length > 0 ? Math.min(...starts) : null;
  // `startedAt` is the start of the first attempt: later ones count from when the page sees them.
  const retried = running.flatMap(({ id, attempt }) => (attempt > 1 ? [`${id} ${attempt}`] : [])).join();
  const isVisible = usePageVisible();
  useEffect(() => {
    if ((firstStart === null && retried === '') || !isVisible) return;
    const sinceStart = firstStart === null ? 0 : serverNow() - firstStart;
    const timer = setTimeout(() => void offer(), Math.max(0, longJob - sinceStart));
    return () => clearTimeout(timer);
  }, [firstStart, retried, isVisible]);
}

async function offer(): Promise<void> {
  if (deviceSettings.get().isOffered || notificationPermission() !== 'default') return;
  if (!(await claim('offer'))) return;
  changeDeviceSettings({ isOffered: true });
  announce({
    topic: 'offer notifications',
    text: t('notifications.offer'),
    action: { label: t('notifications.enable'), run: () => void enableBrowserNotifications() },
  });
}
