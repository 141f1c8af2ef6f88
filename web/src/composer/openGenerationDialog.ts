import { observable } from '../api/observable.ts';
import type { CanvasTarget } from './canvasTarget.ts';

/** Whether the generation dialog is open. */
export const isGenerationOpen = observable(false);

/** Files that were dropped, pasted or chosen for the dialog; null when it has taken them. */
export const offeredFiles = observable<readonly File[] | null>(null);

/** A canvas that the open dialog can change though it is not open in the page. */
export const requestedTarget = observable<CanvasTarget | null>(null);

/** Opens the dialog in which a person describes what to draw, or imports a file. It works on every page. */
export function openGenerationDialog(files: readonly File[] | null = null): void {
  if (files !== null) offeredFiles.set(files);
  isGenerationOpen.set(true);
}

/** Closes the dialog. Jobs and the draft stay. */
export function closeGenerationDialog(): void {
  isGenerationOpen.set(false);
  requestedTarget.set(null);
}
