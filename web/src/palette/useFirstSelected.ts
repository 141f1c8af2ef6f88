import { type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * Selects the first entry whenever none is selected. cmdk does so when a text is typed, and when the selected entry
 * leaves the list alone, but not when others leave with it.
 * @returns the ref of cmdk's list
 */
export function useFirstSelected(): RefObject<HTMLDivElement | null> {
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (list.current?.querySelector('[aria-selected="true"]')) return;
    // A key rather than its `value`: only so does the field name the entry to screen readers.
    list.current?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Home', bubbles: true }));
  });
  return list;
}
