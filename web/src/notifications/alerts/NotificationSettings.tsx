import { useSyncExternalStore } from 'react';
import { t } from '../../language/language.ts';
import { usePageVisible } from '../../ui/usePageVisible.ts';
import { enableBrowserNotifications, notificationPermission } from './browserNotification.ts';
import { changeDeviceSettings, deviceSettings } from './deviceSettings.ts';
import { playTone } from './playTone.ts';
import './notificationSettings.css';

/** How this device reports jobs that end. */
export function NotificationSettings() {
  const { isBrowserOn, isSoundOn } = useSyncExternalStore(deviceSettings.subscribe, deviceSettings.get);
  // The permission may have been changed in the browser meanwhile.
  usePageVisible();
  const permission = notificationPermission();
  const isPossible = permission === 'default' || permission === 'granted';

  function chooseBrowser(isOn: boolean): void {
    if (isOn && permission === 'default') void enableBrowserNotifications();
    else changeDeviceSettings({ isBrowserOn: isOn });
  }

  function chooseSound(isOn: boolean): void {
    changeDeviceSettings({ isSoundOn: isOn });
    if (isOn) playTone();
  }

  return (
    <section aria-labelledby="notification-settings">
      <h2 id="notification-settings">{t('notifications.settings.title')}</h2>
      <Check
        label={t('notifications.settings.browser')}
        isOn={isBrowserOn && permission === 'granted'}
        isDisabled={!isPossible}
        onChange={chooseBrowser}
      />
      <p className="setting-note">
        {permission === 'default' || permission === 'granted'
          ? t('notifications.settings.browserNote')
          : t(`notifications.settings.${permission}`)}
      </p>
      <Check label={t('notifications.settings.sound')} isOn={isSoundOn} onChange={chooseSound} />
    </section>
  );
}

type CheckProps = { label: string; isOn: boolean; isDisabled?: boolean; onChange(isOn: boolean): void };

function Check({ label, isOn, isDisabled, onChange }: CheckProps) {
  return (
    <label className="setting">
      <span>{label}</span>
      <input
        type="checkbox"
        className="setting-check"
        checked={isOn}
        disabled={isDisabled}
        onChange={({ target }) => onChange(target.checked)}
      />
    </label>
  );
}
