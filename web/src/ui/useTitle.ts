import { useEffect } from 'react';

/** Sets the title of the browser tab; null for the product name alone. */
export function useTitle(title: string | null): void {
  useEffect(() => {
    document.title = title ? `${title} – CollabCanvas` : 'CollabCanvas';
  }, [title]);
}
