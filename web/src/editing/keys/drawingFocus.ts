import { type FocusEvent, type RefObject, useEffect, useRef } from 'react';

/** What takes the keys of the editor. */
export function drawingIn(stage: Element | null): HTMLElement | null {
  return stage?.querySelector<HTMLElement>('.excalidraw') ?? null;
}

/** Moves the focus to the drawing. */
export function focusDrawing(stage: Element | null): void {
  drawingIn(stage)?.focus({ preventScroll: true });
}

/**
 * Keeps the focus on the stage when the control that has it goes, as a button for what is selected does after
 * deleting that. Returns the handler for the stage.
 */
export function useKeptFocus(stage: RefObject<HTMLElement | null>) {
  const focused = useRef<Element | null>(null);
  // After each rendering: any may have removed the control.
  useEffect(() => {
    if (!focused.current || focused.current.isConnected) return;
    focused.current = null;
    if (document.activeElement === document.body) focusDrawing(stage.current);
  });
  return (event: FocusEvent) => {
    focused.current = event.target;
  };
}
