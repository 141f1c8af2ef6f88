import { useEffect, useState, useSyncExternalStore } from 'react';
import { type Availability, availability } from '../api/outages/availability.ts';
import { t } from '../language/language.ts';
import './connectionBanner.css';

/** In ms. Shorter interruptions are not worth a message. */
const noticedAfter = 500;
const reconnectedFor = 3_000;

/** Tells what happens while the server can't be reached, and shortly that it can be again. */
export function ConnectionBanner() {
  const state = useShownState(useSyncExternalStore(availability.subscribe, availability.get));
  return (
    <div className="connection-banner" role="status" data-state={state}>
      {state !== 'available' && <p>{t(`connection.banner.${state}`)}</p>}
    </div>
  );
}

type Shown = Availability | 'connectedAgain';

function useShownState(current: Availability): Shown {
  const [shown, setShown] = useState<Shown>('available');
  const isBack = current === 'available' && shown !== 'available';
  useEffect(() => {
    if (current === 'offline') {
      setShown(current);
      return;
    }
    if (isBack) {
      setShown('connectedAgain');
      const timer = setTimeout(() => setShown('available'), reconnectedFor);
      return () => clearTimeout(timer);
    }
    const timer = setTimeout(() => setShown(current), noticedAfter);
    return () => clearTimeout(timer);
  }, [current, isBack]);
  return shown;
}
