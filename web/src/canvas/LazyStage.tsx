import { lazy, Suspense, useState } from 'react';
import { reloadFailedStyles } from '../ui/reloadFailedStyles.ts';
import type { StageProps } from './CanvasStage.tsx';
import { StageBoundary } from './StageBoundary.tsx';

declare global {
  // biome-ignore lint/style/useConsistentTypeDefinitions: declaration merging
  interface Window {
    EXCALIDRAW_ASSET_PATH?: string;
  }
}

/** The editor is large, so it is loaded with the first canvas. It reads the font path while loading. */
async function importStage() {
  window.EXCALIDRAW_ASSET_PATH = '/assets-excalidraw/';
  const { CanvasStage } = await import('./CanvasStage.tsx');
  return { default: CanvasStage };
}

async function importStageAgain() {
  await reloadFailedStyles();
  return importStage();
}

/** Shared by all canvases, so that it loads once. React keeps a failed import, so a retry replaces it. */
let latestStage = lazy(importStage);

/** The drawing, or an error in its place. */
export function LazyStage(props: StageProps) {
  const [CanvasStage, setCanvasStage] = useState(() => latestStage);

  function retry(): void {
    latestStage = lazy(importStageAgain);
    setCanvasStage(() => latestStage);
  }

  return (
    <StageBoundary onRetry={retry}>
      <Suspense fallback={<div className="stage stage-loading" aria-busy />}>
        <CanvasStage {...props} />
      </Suspense>
    </StageBoundary>
  );
}
