import { getCommonBounds } from '@excalidraw/excalidraw';
import type { ExcalidrawElement } from '@excalidraw/excalidraw/element/types';
import type { ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types';
import type { Point } from '../../../src/canvas/model/geometry.ts';
import { startView, wholeView } from './startView.ts';

/** The editor's own smallest zoom. */
const minZoom = 0.1;
const maxZoom = 4;
/** Height covered by the zoom controls at the lower edge, in pixels. */
const controlsHeight = 56;
/** Height covered by the tools at the upper edge, in pixels. */
const toolsHeight = 64;
/** Share of the view that the objects may fill; the rest is margin. */
const filledShare = 0.9;

/** The area that elements cover, to compare with another one. */
export function areaOf(elements: readonly ExcalidrawElement[]): string {
  return getCommonBounds(elements).join();
}

/** Moves the view so that it shows all elements, at 100% or smaller. Not animated if the user prefers reduced motion. */
export function fitToElements(
  api: ExcalidrawImperativeAPI,
  elements: readonly ExcalidrawElement[],
  { animate }: { animate: boolean },
): void {
  const { objects, room } = measure(api, elements);
  const view = wholeView(objects, room, filledShare);
  // The editor's own fitting stops at this zoom.
  if (view.zoom < minZoom) {
    moveTo(api, view);
    return;
  }
  const isMotionReduced = matchMedia('(prefers-reduced-motion: reduce)').matches;
  api.scrollToContent(elements, {
    fitToViewport: true,
    viewportZoomFactor: filledShare,
    maxZoom: 1,
    canvasOffsets: { top: toolsHeight, bottom: controlsHeight },
    animate: animate && !isMotionReduced,
    duration: 300,
  });
}

/**
 * Moves the view so that it shows all elements, or, where they would be too small to read, the first of them and as
 * much as fits around it.
 */
export function showStart(
  api: ExcalidrawImperativeAPI,
  elements: readonly ExcalidrawElement[],
  options: { animate: boolean },
): void {
  const { objects, room } = measure(api, elements);
  const first = elements.find(({ type }) => type !== 'arrow' && type !== 'text') ?? elements[0];
  const view = first && startView(objects, first, room);
  if (view) moveTo(api, view);
  else fitToElements(api, elements, options);
}

/** The box around elements, and the room for it in the view. */
function measure(api: ExcalidrawImperativeAPI, elements: readonly ExcalidrawElement[]) {
  const { width, height } = api.getAppState();
  const [left, top, right, bottom] = getCommonBounds(elements);
  return {
    objects: { x: left, y: top, width: right - left, height: bottom - top },
    room: { width, height: height - toolsHeight - controlsHeight },
  };
}

function moveTo(api: ExcalidrawImperativeAPI, { zoom, corner }: { zoom: number; corner: Point }): void {
  api.updateScene({
    appState: {
      zoom: { value: zoom as ZoomValue },
      scrollX: -corner.x,
      scrollY: toolsHeight / zoom - corner.y,
    },
  });
}

type ZoomValue = ReturnType<ExcalidrawImperativeAPI['getAppState']>['zoom']['value'];

/** Zooms around the center of the view. */
export function zoomBy(api: ExcalidrawImperativeAPI, factor: number): void {
  const { zoom, scrollX, scrollY, width, height } = api.getAppState();
  // A view that was fitted may be smaller than the smallest zoom: zooming out does not enlarge it.
  const value = Math.min(maxZoom, Math.max(Math.min(minZoom, zoom.value), zoom.value * factor));
  const shift = (length: number) => length / 2 / value - length / 2 / zoom.value;
  api.updateScene({
    appState: {
      zoom: { value: value as ZoomValue },
      scrollX: scrollX + shift(width),
      scrollY: scrollY + shift(height),
    },
  });
}
