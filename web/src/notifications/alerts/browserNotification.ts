import { changeDeviceSettings, deviceSettings } from './deviceSettings.ts';

/** `default`: the user has not been asked yet. `unavailable`: the browser has them for installed apps only. */
export type Permission = NotificationPermission | 'unsupported' | 'unavailable';

export function notificationPermission(): Permission {
  if (!('Notification' in window)) return 'unsupported';
  return isAvailable() ? Notification.permission : 'unavailable';
}

let available: boolean | undefined;

/** Browsers of phones throw, whatever the permission. Elsewhere, nothing is shown without a permission. */
function isAvailable(): boolean {
  if (Notification.permission === 'granted') return available ?? true;
  try {
    available ??= Boolean(new Notification(''));
  } catch {
    available = false;
  }
  return available;
}

/** Asks the browser for permission, after a click only, and switches notifications on if it is given. */
export async function enableBrowserNotifications(): Promise<void> {
  const permission = await Notification.requestPermission();
  changeDeviceSettings({ isBrowserOn: permission === 'granted', isOffered: true });
}

/** `tag`: the notification replaces an earlier one with the same. */
export type BrowserNotification = { title: string; body: string; tag: string; onClick(): void };

/** Shows a notification, if this is switched on. A click goes to the tab, and calls back. */
export function showBrowserNotification({ title, body, tag, onClick }: BrowserNotification): void {
  if (!deviceSettings.get().isBrowserOn || notificationPermission() !== 'granted') return;
  try {
    const notification = new Notification(title, { body, tag, icon: '/icon.svg' });
    notification.onclick = () => {
      window.focus();
      notification.close();
      onClick();
    };
  } catch {
    available = false;
  }
}
