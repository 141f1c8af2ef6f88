import type { Theme } from '../app/theme.ts';
import { toExcalidraw } from '../canvas/excalidraw.ts';
import type { CanvasObject } from '../canvas/object.ts';
import { PAPER } from '../canvas/palette.ts';
import { lettersFor } from './letters.ts';

/** Pixels of the picture for each pixel of the canvas. */
const SCALE = 2;
/** Free around the drawing, in pixels. */
const MARGIN = 24;

/** The drawing as a picture, in the colours of the theme. */
export async function pngOf(objects: readonly CanvasObject[], theme: Theme): Promise<Blob> {
  const { exportToBlob } = await import('@excalidraw/excalidraw');
  return exportToBlob({
    ...drawing(objects, theme),
    exportPadding: MARGIN,
    mimeType: 'image/png',
    getDimensions: (width: number, height: number) => ({
      width: width * SCALE,
      height: height * SCALE,
      scale: SCALE,
    }),
  });
}

/** The drawing as SVG, with the letters that it needs. */
export async function svgOf(objects: readonly CanvasObject[], theme: Theme): Promise<Blob> {
  const { exportToSvg } = await import('@excalidraw/excalidraw');
  const options = { exportPadding: MARGIN, skipInliningFonts: true as const };
  const svg = await exportToSvg({ ...drawing(objects, theme), ...options });
  const style = document.createElementNS('http://www.w3.org/2000/svg', 'style');
  style.textContent = await lettersFor(svg.textContent ?? '');
  svg.prepend(style);
  return new Blob([new XMLSerializer().serializeToString(svg)], { type: 'image/svg+xml' });
}

/** A file that Excalidraw opens. */
export async function excalidrawFileOf(objects: readonly CanvasObject[]): Promise<Blob> {
  const { serializeAsJSON } = await import('@excalidraw/excalidraw');
  const text = serializeAsJSON(toExcalidraw(unlocked(objects)), { viewBackgroundColor: PAPER }, {}, 'local');
  return new Blob([text], { type: 'application/vnd.excalidraw+json' });
}

function drawing(objects: readonly CanvasObject[], theme: Theme) {
  return {
    elements: toExcalidraw(objects),
    appState: {
      exportBackground: true,
      viewBackgroundColor: PAPER,
      exportWithDarkMode: theme === 'dark',
    },
    files: null,
  };
}

/** Locks are this canvas's matter; elsewhere they would only be in the way. */
const unlocked = (objects: readonly CanvasObject[]) =>
  objects.map((object) => ({ ...object, locked: false }));
