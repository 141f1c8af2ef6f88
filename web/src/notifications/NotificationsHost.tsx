import { type ComponentType, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useReconnected } from '../api/outages/useReconnected.ts';
import { reloadFailedStyles } from '../ui/loading/reloadFailedStyles.ts';
import { whenIdle } from '../ui/loading/whenIdle.ts';

/**
 * Shows notifications on every page. They are loaded after the page, but before the first toast: screen readers
 * announce what is added to a region that is there. Without a connection, they are loaded when there is one again.
 */
export function NotificationsHost() {
  const [Notifications, setNotifications] = useState<ComponentType<{ openedAt: number }> | null>(null);
  const hasFailed = useRef(false);
  const load = useEffectEvent(async () => {
    if (Notifications) return;
    try {
      if (hasFailed.current) await reloadFailedStyles();
      const loaded = await import('./Notifications.tsx');
      setNotifications(() => loaded.Notifications);
    } catch {
      hasFailed.current = true;
      // The banner says that the server can't be reached.
    }
  });
  useEffect(() => whenIdle(() => void load()), []);
  useReconnected(() => void load());
  return Notifications && <Notifications openedAt={performance.timeOrigin} />;
}
