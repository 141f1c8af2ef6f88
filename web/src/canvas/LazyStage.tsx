import { lazy, Suspense } from 'react';
import type { CanvasObject } from './object.ts';

declare global {
  interface Window {
    EXCALIDRAW_ASSET_PATH?: string;
  }
}

/** The editor is large, so it comes with the first canvas; where its fonts are must be known before. */
const CanvasStage = lazy(async () => {
  window.EXCALIDRAW_ASSET_PATH = '/assets-excalidraw/';
  const { CanvasStage: component } = await import('./CanvasStage.tsx');
  return { default: component };
});

export function LazyStage({ objects }: { objects: readonly CanvasObject[] }) {
  return (
    <Suspense fallback={<div className="stage stage-loading" aria-busy />}>
      <CanvasStage objects={objects} />
    </Suspense>
  );
}
