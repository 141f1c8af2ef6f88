import type { ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types';
import { type ReactNode, useLayoutEffect, useRef } from 'react';

type Props = { api: ExcalidrawImperativeAPI; className: string; children: ReactNode };

/**
 * Holds what lies over the drawing, placed in its coordinates. Moving the view moves the layer as a whole: nothing is
 * rendered. `--zoom` is for what keeps its size.
 */
export function SceneLayer({ api, className, children }: Props) {
  const layer = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    let shownZoom = 0;
    const follow = (scrollX: number, scrollY: number, zoom: number) => {
      const { style } = layer.current ?? {};
      if (!style) return;
      style.transform = `scale(${zoom}) translate(${scrollX}px, ${scrollY}px)`;
      // Each mark is measured again when the variable changes.
      if (zoom !== shownZoom) style.setProperty('--zoom', String(zoom));
      shownZoom = zoom;
    };
    const { scrollX, scrollY, zoom } = api.getAppState();
    follow(scrollX, scrollY, zoom.value);
    return api.onScrollChange((x, y, { value }) => follow(x, y, value));
  }, [api]);
  return (
    <div className={`scene-layer ${className}`}>
      <div ref={layer}>{children}</div>
    </div>
  );
}
