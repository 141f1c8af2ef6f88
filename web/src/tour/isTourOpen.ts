import { observable } from '../api/observable.ts';

/** Whether the tour of the start page is shown. */
export const isTourOpen = observable(false);

/** Starts the tour. It shows parts of the start page, which has to be open. */
export function startTour(): void {
  isTourOpen.set(true);
}

export function endTour(): void {
  isTourOpen.set(false);
}
