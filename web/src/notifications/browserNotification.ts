import type { EndedJobFragment } from '../generated/graphql.ts';
import { changeDeviceSettings, deviceSettings } from './deviceSettings.ts';
import { endKey } from './endedJobs.ts';
import { outcomeOf, titleOf } from './endedJobText.ts';

/** `default`: the user has not been asked yet. */
export function notificationPermission(): NotificationPermission | 'unsupported' {
  return 'Notification' in window ? Notification.permission : 'unsupported';
}

/** Asks the browser for permission, after a click only, and switches notifications on if it is given. */
export async function enableBrowserNotifications(): Promise<void> {
  const permission = await Notification.requestPermission();
  changeDeviceSettings({ isBrowserOn: permission === 'granted', isOffered: true });
}

/** Shows that a job has ended, if this is switched on. A click goes to the tab, and calls back. */
export function showBrowserNotification(job: EndedJobFragment, onClick: () => void): void {
  if (!deviceSettings.get().isBrowserOn || notificationPermission() !== 'granted') return;
  try {
    const options = { body: outcomeOf(job), tag: endKey(job), icon: '/icon.svg' };
    const notification = new Notification(titleOf(job), options);
    notification.onclick = () => {
      window.focus();
      notification.close();
      onClick();
    };
  } catch {
    // Browsers of phones throw: there, only installed apps show notifications.
  }
}
