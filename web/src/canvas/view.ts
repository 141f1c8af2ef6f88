import type { ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types';

const LEAST_ZOOM = 0.1;
const MOST_ZOOM = 4;
/** Strip along the lower edge that the controls of the view lie on, in pixels. */
const CONTROLS = 56;
/** Strip along the upper edge that the tools lie on, in pixels. */
const TOOLS = 64;
/** Room that the objects may take of the view; the rest is margin. */
const SHARE = 0.9;

/** Moves the view so that all objects are in it, never enlarged. Jumps when motion is to be reduced. */
export function fitToObjects(api: ExcalidrawImperativeAPI, { animate }: { animate: boolean }): void {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  api.scrollToContent(api.getSceneElements(), {
    fitToViewport: true,
    viewportZoomFactor: SHARE,
    maxZoom: 1,
    canvasOffsets: { top: TOOLS, bottom: CONTROLS },
    animate: animate && !still,
    duration: 300,
  });
}

/** Enlarges or reduces around the middle of the view. */
export function zoomBy(api: ExcalidrawImperativeAPI, factor: number): void {
  const { zoom, scrollX, scrollY, width, height } = api.getAppState();
  const value = Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, zoom.value * factor));
  const shift = (length: number) => length / 2 / value - length / 2 / zoom.value;
  api.updateScene({
    appState: {
      zoom: { value: value as typeof zoom.value },
      scrollX: scrollX + shift(width),
      scrollY: scrollY + shift(height),
    },
  });
}
