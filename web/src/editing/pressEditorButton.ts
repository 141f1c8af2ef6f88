import type { MouseEvent } from 'react';

/** Presses one of the editor's own buttons, which are not shown: it offers no other way to its history. */
export function pressEditorButton({ currentTarget }: MouseEvent, name: 'undo' | 'redo'): void {
  const button = currentTarget.closest('.stage')?.querySelector(`[data-testid="button-${name}"]`);
  if (button instanceof HTMLElement) button.click();
}
