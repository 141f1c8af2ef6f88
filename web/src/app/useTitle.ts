import { useEffect } from 'react';

/** Names the page in the browser's tab; null for the product's name alone. */
export function useTitle(title: string | null): void {
  useEffect(() => {
    document.title = title ? `${title} – CollabCanvas` : 'CollabCanvas';
  }, [title]);
}
