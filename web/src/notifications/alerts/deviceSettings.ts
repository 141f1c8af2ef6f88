import { observable } from '../../api/observable.ts';
import { deviceStorage } from '../../storage/deviceStorage.ts';

/** What a person has chosen for this device. */
export type DeviceSettings = {
  /** Browser notifications, if the browser permits them. */
  isBrowserOn: boolean;
  isSoundOn: boolean;
  /** Browser notifications have been offered once. */
  isOffered: boolean;
};

const storageKey = 'notifications';
const initial: DeviceSettings = { isBrowserOn: false, isSoundOn: false, isOffered: false };

export const deviceSettings = observable<DeviceSettings>(read());

/** Changes settings, and stores them for later visits. */
export function changeDeviceSettings(changes: Partial<DeviceSettings>): void {
  const next = { ...read(), ...changes };
  try {
    deviceStorage.setItem(storageKey, JSON.stringify(next));
  } catch {
    // Without storage, they last until the page is closed.
  }
  deviceSettings.set(next);
}

/** Follows changes that are made in other tabs. Returns a function that stops it. */
export function followOtherTabs(): () => void {
  const onStorage = ({ key }: StorageEvent) => {
    if (key === storageKey) deviceSettings.set(read());
  };
  addEventListener('storage', onStorage);
  return () => removeEventListener('storage', onStorage);
}

function read(): DeviceSettings {
  try {
    return { ...initial, ...JSON.parse(deviceStorage.getItem(storageKey) ?? '{}') };
  } catch {
    return initial;
  }
}
