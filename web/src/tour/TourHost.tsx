import { useSyncExternalStore } from 'react';
import { useLazyComponent } from '../ui/loading/useLazyComponent.ts';
import { endTour, isTourOpen } from './isTourOpen.ts';

/** Shows the tour, which is loaded when it starts. */
export function TourHost() {
  const isOpen = useSyncExternalStore(isTourOpen.subscribe, isTourOpen.get);
  const Tour = useLazyComponent(isOpen, loadTour, endTour);
  return Tour && isOpen ? <Tour /> : null;
}

async function loadTour() {
  const { Tour } = await import('./Tour.tsx');
  return Tour;
}
