import { useClient } from 'urql';
import type { CanvasObject } from '../scene/object.ts';
import { canvasPath } from '../ui/paths.ts';
import { useTheme } from '../ui/theme.ts';
import { copy, textBlob } from './copy.ts';
import { download, fileName } from './download.ts';
import { type CopyFormat, extensions, type FileFormat } from './formats.ts';
import { type ExportedCanvas, renderFile } from './renderFile.ts';

/** Downloads and copies a canvas; each fails with an error that has a text for people. */
export function useExports(canvas: ExportedCanvas, objects: readonly CanvasObject[]) {
  const source = { client: useClient(), canvas, objects, theme: useTheme() };

  async function contentOf(format: CopyFormat): Promise<Blob> {
    if (format === 'link') return textBlob(location.origin + canvasPath(canvas.id));
    const content = await renderFile(source, format);
    return format === 'png' ? content : textBlob(await content.text());
  }

  return {
    downloadAs: async (format: FileFormat) =>
      download(await renderFile(source, format), fileName(canvas, extensions[format])),
    copyAs: (format: CopyFormat) => copy(format === 'png' ? 'image/png' : 'text/plain', contentOf(format)),
  };
}
