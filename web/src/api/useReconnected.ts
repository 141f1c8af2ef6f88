import { useEffect, useEffectEvent } from 'react';
import { availability } from './availability.ts';

/** Calls back when an outage is over. Changes made during it are not sent to the page, so they have to be read. */
export function useReconnected(onReconnected: () => void): void {
  const reconnected = useEffectEvent(onReconnected);
  useEffect(() => {
    let wasAvailable = availability.get() === 'available';
    return availability.subscribe(() => {
      const isAvailable = availability.get() === 'available';
      if (isAvailable && !wasAvailable) reconnected();
      wasAvailable = isAvailable;
    });
  }, []);
}
