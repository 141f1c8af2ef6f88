import { useClient } from 'urql';
import { doc } from '../api/document.ts';
import { requestFailure } from '../api/requestFailure.ts';
import { type CanvasExportFormat, ExportCanvasDocument } from '../generated/graphql.ts';
import { t } from '../language/language.ts';
import type { CanvasObject } from '../scene/object.ts';
import { canvasPath } from '../ui/paths.ts';
import { useTheme } from '../ui/theme.ts';
import { copy, textBlob } from './copy.ts';
import { download, fileName } from './download.ts';

export type ExportedCanvas = { id: string; title: string; versionNumber: number };

/** The formats of files, with the extensions of their names. */
const extensions = {
  png: 'png',
  svg: 'svg',
  mermaid: 'mmd',
  json: 'json',
  excalidraw: 'excalidraw',
} as const;
export type FileFormat = keyof typeof extensions;

/** What is copied to the clipboard. */
export type CopyFormat = 'png' | 'svg' | 'mermaid' | 'link';

/** Downloads and copies a canvas; each fails with an error that has a text for people. */
export function useExports(canvas: ExportedCanvas, objects: readonly CanvasObject[]) {
  const theme = useTheme();
  const readExport = useServerExport(canvas.id);

  async function render(format: FileFormat): Promise<Blob> {
    if (format === 'mermaid') return readExport('MERMAID');
    if (format === 'json') return readExport('JSON');
    // Loaded when needed: it depends on the editor, which is large.
    const { createExcalidrawFile, renderPng, renderSvg } = await import('./renderImages.ts');
    if (format === 'png') return renderPng(objects, theme);
    return format === 'svg' ? renderSvg(objects, theme) : createExcalidrawFile(objects);
  }

  async function contentOf(format: CopyFormat): Promise<Blob> {
    if (format === 'link') return textBlob(location.origin + canvasPath(canvas.id));
    const content = await render(format);
    return format === 'png' ? content : textBlob(await content.text());
  }

  return {
    downloadAs: async (format: FileFormat) =>
      download(await render(format), fileName(canvas, extensions[format])),
    copyAs: (format: CopyFormat) => copy(format === 'png' ? 'image/png' : 'text/plain', contentOf(format)),
  };
}

/** Exports that the server creates. */
function useServerExport(canvasId: string) {
  const client = useClient();
  return async (format: CanvasExportFormat): Promise<Blob> => {
    const { data, error } = await client
      .query(doc(ExportCanvasDocument), { id: canvasId, format }, { requestPolicy: 'network-only' })
      .toPromise();
    if (!data?.canvas) throw new Error(error ? requestFailure(error) : t('exporting.canvasGone'));
    const { content, mediaType } = data.canvas.export;
    return new Blob([content], { type: mediaType });
  };
}
