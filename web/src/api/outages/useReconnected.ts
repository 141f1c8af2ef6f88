import { useEffect, useEffectEvent } from 'react';
import { onReconnected } from './availability.ts';

/** Calls back when an outage is over. Changes made during it are not sent to the page, so they have to be read. */
export function useReconnected(listener: () => void): void {
  const reconnected = useEffectEvent(listener);
  useEffect(() => onReconnected(() => reconnected()), []);
}
