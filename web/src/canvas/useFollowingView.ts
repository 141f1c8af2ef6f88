import type { ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { toExcalidraw } from '../scene/excalidraw.ts';
import type { CanvasObject } from '../scene/object.ts';
import { areaOf, fitToElements, showStart } from '../scene/view.ts';

/** Minimum time between two moves of the view while objects stream in, in ms. */
const fitInterval = 350;

/** Longer than the delay after which the editor reads its new size, in ms. */
const resizeDelay = 150;

/** What the view shows while the objects change: all of them, or, legibly, their start; null: where it is. */
export type Following = 'all' | 'start' | null;

const shown = { all: fitToElements, start: showStart };

/** On phones, all of a wide flow would be too small to read. */
const firstView = (): Following => (matchMedia('(max-width: 52rem)').matches ? 'start' : 'all');

/** Fits the view to the objects and to the size of the stage while it follows them. */
export function useFollowingView(
  api: ExcalidrawImperativeAPI | null,
  objects: readonly CanvasObject[],
  stage: RefObject<HTMLElement | null>,
) {
  const [follows, setFollows] = useState(firstView);
  const fitted = useRef({ at: 0, area: '' });
  useEffect(() => {
    if (!follows) fitted.current.area = '';
    if (!api || !follows || objects.length === 0) return;
    const wait = Math.max(0, fitted.current.at + fitInterval - performance.now());
    const timer = setTimeout(() => {
      // Not the elements of the scene, which may be on their way.
      const elements = toExcalidraw(objects);
      const area = areaOf(elements);
      // An animation to where the view already is would only blur the drawing.
      if (area === fitted.current.area) return;
      shown[follows](api, elements, { animate: fitted.current.at > 0 });
      fitted.current = { at: performance.now(), area };
    }, wait);
    return () => clearTimeout(timer);
  }, [api, follows, objects]);
  useEffect(() => {
    if (!api || !follows) return;
    const fit = () => shown[follows](api, api.getSceneElements(), { animate: false });
    // After the editor, which reads its new size with a delay.
    const observer = new ResizeObserver(() => setTimeout(fit, resizeDelay));
    if (stage.current) observer.observe(stage.current);
    return () => observer.disconnect();
  }, [api, follows, stage]);
  return [follows, setFollows] as const;
}
