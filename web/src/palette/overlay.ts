import { observable } from '../api/observable.ts';

/** Keys that open and close the palette. */
export const paletteKeys = 'Mod+k';

/** The window that is open over the page: the command palette or the list of shortcuts. */
export const overlay = observable<'palette' | 'shortcuts' | null>(null);

export function closeOverlay(): void {
  overlay.set(null);
}
