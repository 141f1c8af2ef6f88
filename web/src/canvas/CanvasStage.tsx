import { CaptureUpdateAction, Excalidraw } from '@excalidraw/excalidraw';
import type { ExcalidrawElement } from '@excalidraw/excalidraw/element/types';
import type { ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types';
import '@excalidraw/excalidraw/index.css';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTheme } from '../app/theme.ts';
import { toExcalidraw } from './excalidraw.ts';
import type { CanvasObject } from './object.ts';
import { fitToObjects } from './view.ts';
import { ZoomControls } from './ZoomControls.tsx';

/** Least time between two moves of the view while objects stream in, in ms. */
const FIT_EVERY = 350;

const UI_OPTIONS = { canvasActions: { toggleTheme: false, export: false as const, saveAsImage: false } };

/** Draws the objects. The view follows them as they grow until the person moves it. */
export function CanvasStage({ objects }: { objects: readonly CanvasObject[] }) {
  const [loading, setLoading] = useState<ExcalidrawImperativeAPI | null>(null);
  const [ready, setReady] = useState(false);
  // The editor hands itself out before it has loaded its empty scene, which would replace ours.
  const api = ready ? loading : null;
  const theme = useTheme();
  const elements = useMemo(() => toExcalidraw(objects), [objects]);

  useEffect(() => {
    api?.updateScene({ elements, captureUpdate: CaptureUpdateAction.NEVER });
  }, [api, elements]);
  // After the effect above: it is the new scene that the view fits to.
  const [follows, setFollows] = useFollowingView(api, elements);

  const release = () => setFollows(false);
  return (
    <div className="stage" onWheelCapture={release} onPointerDownCapture={release}>
      <Excalidraw
        excalidrawAPI={setLoading}
        onChange={() => setReady(true)}
        theme={theme}
        viewModeEnabled
        zenModeEnabled
        aiEnabled={false}
        detectScroll={false}
        handleKeyboardGlobally={false}
        UIOptions={UI_OPTIONS}
      />
      {api && <ZoomControls api={api} follows={follows} onFollow={setFollows} />}
    </div>
  );
}

/** Moves the view with the elements as they grow, as long as it is to follow them. */
function useFollowingView(api: ExcalidrawImperativeAPI | null, elements: readonly ExcalidrawElement[]) {
  const [follows, setFollows] = useState(true);
  const fitted = useRef(0);
  useEffect(() => {
    if (!api || !follows || elements.length === 0) return;
    const wait = Math.max(0, fitted.current + FIT_EVERY - performance.now());
    const timer = setTimeout(() => {
      fitToObjects(api, { animate: fitted.current > 0 });
      fitted.current = performance.now();
    }, wait);
    return () => clearTimeout(timer);
  }, [api, follows, elements]);
  return [follows, setFollows] as const;
}
