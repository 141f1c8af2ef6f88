import { lazy, Suspense, useState } from 'react';
import type { StageProps } from './CanvasStage.tsx';
import { StageBoundary } from './StageBoundary.tsx';
import { reloadFailedStyles } from './styles.ts';

declare global {
  // biome-ignore lint/style/useConsistentTypeDefinitions: declaration merging
  interface Window {
    EXCALIDRAW_ASSET_PATH?: string;
  }
}

/** The editor is large, so it comes with the first canvas; where its fonts are must be known before. */
async function importStage() {
  window.EXCALIDRAW_ASSET_PATH = '/assets-excalidraw/';
  const { CanvasStage } = await import('./CanvasStage.tsx');
  return { default: CanvasStage };
}

async function importStageAgain() {
  await reloadFailedStyles();
  return importStage();
}

/** Shared by all canvases, so that only the first one waits. Once it has failed it stays so: it is replaced. */
let latestStage = lazy(importStage);

/** The drawing, or why there is none: the rest of the page goes on either way. */
export function LazyStage({ objects, editing }: StageProps) {
  const [CanvasStage, setCanvasStage] = useState(() => latestStage);

  function retry(): void {
    latestStage = lazy(importStageAgain);
    setCanvasStage(() => latestStage);
  }

  return (
    <StageBoundary onRetry={retry}>
      <Suspense fallback={<div className="stage stage-loading" aria-busy />}>
        <CanvasStage objects={objects} editing={editing} />
      </Suspense>
    </StageBoundary>
  );
}
