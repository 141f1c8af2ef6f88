import { useEffect } from 'react';
import { useClient } from 'urql';
import { watchCanvasLinks } from './canvasLinks.ts';

/** Reads canvases that are likely to be opened, while the code of their page is loaded. */
export function usePrefetchedCanvases(): void {
  const client = useClient();
  useEffect(() => {
    const prefetch = async (id: string) =>
      (await import('../../live/prefetchCanvas.ts')).prefetchCanvas(client, id);
    // Without it, the page reads the canvas itself.
    return watchCanvasLinks((id) => void prefetch(id).catch(() => undefined));
  }, [client]);
}
