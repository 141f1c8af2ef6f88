import { toExcalidraw } from '../scene/excalidraw.ts';
import type { CanvasObject } from '../scene/object.ts';
import { paperColor } from '../scene/palette.ts';
import type { Theme } from '../ui/theme.ts';
import { fontFacesFor } from './fontFaces.ts';

/** Image pixels per canvas pixel. */
const pixelRatio = 2;
/** Margin around the drawing, in pixels. */
const margin = 24;

/** The drawing as PNG, in the colors of the theme. */
export async function renderPng(objects: readonly CanvasObject[], theme: Theme): Promise<Blob> {
  const { exportToBlob } = await import('@excalidraw/excalidraw');
  return exportToBlob({
    ...drawing(objects, theme),
    exportPadding: margin,
    mimeType: 'image/png',
    getDimensions: (width: number, height: number) => ({
      width: width * pixelRatio,
      height: height * pixelRatio,
      scale: pixelRatio,
    }),
  });
}

/** The drawing as SVG, with embedded fonts. */
export async function renderSvg(objects: readonly CanvasObject[], theme: Theme): Promise<Blob> {
  const { exportToSvg } = await import('@excalidraw/excalidraw');
  const options = { exportPadding: margin, skipInliningFonts: true as const };
  const svg = await exportToSvg({ ...drawing(objects, theme), ...options });
  const style = document.createElementNS('http://www.w3.org/2000/svg', 'style');
  style.textContent = await fontFacesFor(svg.textContent ?? '');
  svg.prepend(style);
  return new Blob([new XMLSerializer().serializeToString(svg)], { type: 'image/svg+xml' });
}

/** The drawing as an Excalidraw file. */
export async function createExcalidrawFile(objects: readonly CanvasObject[]): Promise<Blob> {
  const { serializeAsJSON } = await import('@excalidraw/excalidraw');
  const text = serializeAsJSON(
    toExcalidraw(unlocked(objects)),
    { viewBackgroundColor: paperColor },
    {},
    'local',
  );
  return new Blob([text], { type: 'application/vnd.excalidraw+json' });
}

function drawing(objects: readonly CanvasObject[], theme: Theme) {
  return {
    elements: toExcalidraw(objects),
    appState: {
      exportBackground: true,
      viewBackgroundColor: paperColor,
      exportWithDarkMode: theme === 'dark',
    },
    files: null,
  };
}

/** Locks apply to this canvas only; in the exported file they would prevent edits. */
const unlocked = (objects: readonly CanvasObject[]) =>
  objects.map((object) => ({ ...object, locked: false }));
