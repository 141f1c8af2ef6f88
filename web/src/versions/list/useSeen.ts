import { type RefObject, useEffect, useEffectEvent } from 'react';

/** Distance in pixels from the visible part of the page at which an element counts as seen. */
const margin = '200px';

/** Runs each time when an element comes into view. */
export function useSeen(element: RefObject<Element | null>, onSeen: () => void): void {
  const see = useEffectEvent(onSeen);
  useEffect(() => {
    if (!element.current) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && see(), {
      rootMargin: margin,
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
}
