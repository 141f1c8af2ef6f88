import type { ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types';
import { Maximize, Minus, Plus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Toolbar, ToolbarIconButton } from '../controls/Toolbar.tsx';
import { fitToElements, zoomBy } from '../scene/view.ts';

const zoomStep = 1.25;

export type ZoomControlsProps = {
  api: ExcalidrawImperativeAPI;
  follows: boolean;
  onFollow(follows: boolean): void;
};

/** Zoom in, zoom out, and fit to screen, after which the view follows the objects again. */
export function ZoomControls({ api, follows, onFollow }: ZoomControlsProps) {
  const [percent, setPercent] = useState(100);
  useEffect(() => api.onScrollChange((_x, _y, zoom) => setPercent(Math.round(zoom.value * 100))), [api]);

  function zoom(factor: number): void {
    onFollow(false);
    zoomBy(api, factor);
  }

  return (
    <Toolbar className="zoom" label="View">
      <ToolbarIconButton label="Zoom out" onClick={() => zoom(1 / zoomStep)}>
        <Minus aria-hidden />
      </ToolbarIconButton>
      <output className="zoom-percent figures">{percent}%</output>
      <ToolbarIconButton label="Zoom in" onClick={() => zoom(zoomStep)}>
        <Plus aria-hidden />
      </ToolbarIconButton>
      <ToolbarIconButton
        label="Fit to screen"
        aria-pressed={follows}
        onClick={() => {
          onFollow(true);
          fitToElements(api, api.getSceneElements(), { animate: true });
        }}
      >
        <Maximize aria-hidden />
      </ToolbarIconButton>
    </Toolbar>
  );
}
