import { observable } from '../api/observable.ts';

/** Whether the generation dialog is open. */
export const isGenerationOpen = observable(false);

/** Opens the dialog in which a person describes what to draw. It works on every page. */
export function openGenerationDialog(): void {
  isGenerationOpen.set(true);
}

/** Closes the dialog. Jobs and the draft stay. */
export function closeGenerationDialog(): void {
  isGenerationOpen.set(false);
}
