import { type RefObject, useEffect } from 'react';

/**
 * Passes keys on to the editor that are pressed while nothing on the page has the focus, so that its shortcuts work
 * before the canvas has been clicked.
 */
export function usePageKeys(stage: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const pass = (event: KeyboardEvent) => {
      const container = stage.current?.querySelector<HTMLElement>('.excalidraw');
      if (event.target !== document.body || event.defaultPrevented || !container) return;
      container.focus({ preventScroll: true });
      const passed = new KeyboardEvent(event.type, event);
      container.dispatchEvent(passed);
      if (passed.defaultPrevented) event.preventDefault();
    };
    document.addEventListener('keydown', pass);
    return () => document.removeEventListener('keydown', pass);
  }, [stage]);
}
