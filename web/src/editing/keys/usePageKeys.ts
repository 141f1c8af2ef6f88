import { type RefObject, useEffect } from 'react';
import { drawingIn } from './drawingFocus.ts';

/** Keys that begin something else: they move the focus through the page, or are held for another key. */
const OWN_KEYS = new Set(['Tab', 'Shift', 'Control', 'Alt', 'Meta']);

/**
 * Passes keys on to the editor that are pressed while nothing on the page has the focus, so that its shortcuts work
 * before the canvas has been clicked.
 */
export function usePageKeys(stage: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const pass = (event: KeyboardEvent) => {
      const container = drawingIn(stage.current);
      if (!isPage(event.target) || event.defaultPrevented || !container) return;
      if (OWN_KEYS.has(event.key)) return;
      container.focus({ preventScroll: true });
      const passed = new KeyboardEvent(event.type, event);
      container.dispatchEvent(passed);
      if (passed.defaultPrevented) event.preventDefault();
    };
    document.addEventListener('keydown', pass);
    return () => document.removeEventListener('keydown', pass);
  }, [stage]);
}

/** A navigation leaves the focus in the content of the page. */
const isPage = (target: EventTarget | null) =>
  target === document.body || (target instanceof Element && target.id === 'content');
