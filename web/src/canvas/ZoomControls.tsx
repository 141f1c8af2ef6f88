import type { ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types';
import { Maximize, Minus, Plus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Toolbar, ToolbarButton, ToolbarIconButton } from '../controls/Toolbar.tsx';
import { Tooltip } from '../controls/Tooltip.tsx';
import { formatProgress } from '../language/formats.ts';
import { t } from '../language/language.ts';
import { fitToElements, zoomBy } from '../scene/view.ts';
import type { Following } from './useFollowingView.ts';

const zoomStep = 1.25;

export type ZoomControlsProps = {
  api: ExcalidrawImperativeAPI;
  follows: Following;
  onFollow(follows: Following): void;
};

/** Zoom in, zoom out, 100%, and fit to screen, after which the view follows the objects again. */
export function ZoomControls({ api, follows, onFollow }: ZoomControlsProps) {
  const [zoomed, setZoomed] = useState(1);
  useEffect(() => api.onScrollChange((_x, _y, zoom) => setZoomed(zoom.value)), [api]);

  function zoom(factor: number): void {
    onFollow(null);
    zoomBy(api, factor);
  }

  return (
    <Toolbar className="zoom" label={t('editing.zoom.view')}>
      <ToolbarIconButton label={t('editing.zoom.out')} onClick={() => zoom(1 / zoomStep)}>
        <Minus aria-hidden />
      </ToolbarIconButton>
      <Tooltip text={t('editing.zoom.actual')}>
        <ToolbarButton
          className="icon-button zoom-percent figures"
          onClick={() => zoom(1 / api.getAppState().zoom.value)}
        >
          {formatProgress(zoomed)}
        </ToolbarButton>
      </Tooltip>
      <ToolbarIconButton label={t('editing.zoom.in')} onClick={() => zoom(zoomStep)}>
        <Plus aria-hidden />
      </ToolbarIconButton>
      <ToolbarIconButton
        label={t('editing.zoom.fit')}
        aria-pressed={follows === 'all'}
        onClick={() => {
          onFollow('all');
          fitToElements(api, api.getSceneElements(), { animate: true });
        }}
      >
        <Maximize aria-hidden />
      </ToolbarIconButton>
    </Toolbar>
  );
}
