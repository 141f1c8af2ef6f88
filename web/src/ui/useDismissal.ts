import { useState } from 'react';
import { deviceStorage } from '../storage/deviceStorage.ts';

/** Whether a note was dismissed on this device, and how to dismiss it. */
export function useDismissal(name: string): { isDismissed: boolean; dismiss(): void } {
  const key = `dismissed:${name}`;
  const [isDismissed, setIsDismissed] = useState(() => isStored(key));

  function dismiss(): void {
    setIsDismissed(true);
    try {
      deviceStorage.setItem(key, 'true');
    } catch {
      // Without storage, the note is back at the next visit.
    }
  }

  return { isDismissed, dismiss };
}

function isStored(key: string): boolean {
  try {
    return deviceStorage.getItem(key) !== null;
  } catch {
    return false;
  }
}
