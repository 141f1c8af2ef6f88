import type { Client } from 'urql';
import { doc } from '../api/document.ts';
import { requestFailure } from '../api/errors/requestFailure.ts';
import { type CanvasExportFormat, ExportCanvasDocument } from '../generated/graphql.ts';
import { t } from '../language/language.ts';
import type { CanvasObject } from '../scene/object.ts';
import type { Theme } from '../ui/theme.ts';
import type { FileFormat } from './formats.ts';

export type ExportedCanvas = { id: string; title: string; versionNumber: number };

/** What is exported: a canvas with its objects, in the colors of a theme. */
export type ExportSource = {
  client: Client;
  canvas: ExportedCanvas;
  objects: readonly CanvasObject[];
  theme: Theme;
};

/**
 * The content of a file.
 * @throws Error with a text for people
 */
export async function renderFile(source: ExportSource, format: FileFormat): Promise<Blob> {
  const { objects, theme } = source;
  if (format === 'mermaid') return readExport(source, 'MERMAID');
  if (format === 'json') return readExport(source, 'JSON');
  // Loaded when needed: it depends on the editor, which is large.
  const { createExcalidrawFile, renderPng, renderSvg } = await import('./renderImages.ts');
  if (format === 'png') return renderPng(objects, theme);
  return format === 'svg' ? renderSvg(objects, theme) : createExcalidrawFile(objects);
}

/** An export that the server creates. */
async function readExport({ client, canvas }: ExportSource, format: CanvasExportFormat): Promise<Blob> {
  const { data, error } = await client
    .query(doc(ExportCanvasDocument), { id: canvas.id, format }, { requestPolicy: 'network-only' })
    .toPromise();
  if (!data?.canvas) throw new Error(error ? requestFailure(error) : t('exporting.canvasGone'));
  const { content, mediaType } = data.canvas.export;
  return new Blob([content], { type: mediaType });
}
