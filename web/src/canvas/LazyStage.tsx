import { useEffect, useState } from 'react';
import { loadOnce } from '../ui/loading/loadOnce.ts';
import type { StageProps } from './CanvasStage.tsx';
import { StageBoundary } from './StageBoundary.tsx';

declare global {
  // biome-ignore lint/style/useConsistentTypeDefinitions: declaration merging
  interface Window {
    EXCALIDRAW_ASSET_PATH?: string;
    EXCALIDRAW_THROTTLE_RENDER?: boolean;
  }
}

/** The editor is large, so it is loaded with the first canvas. It reads the font path while loading. */
const editor = loadOnce(async () => {
  window.EXCALIDRAW_ASSET_PATH = '/assets-excalidraw/';
  // Draws once per frame, however often the scene changes in it.
  window.EXCALIDRAW_THROTTLE_RENDER = true;
  return (await import('./CanvasStage.tsx')).CanvasStage;
});

// Together with the canvas, not after it. A failure shows when the stage is rendered, which tries again.
editor.load().catch(() => undefined);

/** The drawing, or an error in its place. */
export function LazyStage(props: StageProps) {
  return (
    <StageBoundary>
      <Stage {...props} />
    </StageBoundary>
  );
}

function Stage(props: StageProps) {
  const [CanvasStage, setCanvasStage] = useState(() => editor.value);
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    if (!CanvasStage) editor.load().then((loaded) => setCanvasStage(() => loaded), setFailure);
  }, [CanvasStage]);
  if (failure) throw failure;
  return CanvasStage ? <CanvasStage {...props} /> : <div className="stage stage-loading" aria-busy />;
}
