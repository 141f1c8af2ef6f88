import type { Client } from 'urql';
import { doc } from '../api/document.ts';
import { requestFailure } from '../api/errors/requestFailure.ts';
import { CanvasToExportDocument } from '../generated/graphql.ts';
import { t } from '../language/language.ts';
import type { Theme } from '../ui/theme.ts';
import { download, fileName } from './download.ts';
import type { FileFormat } from './formats.ts';
import { renderFile } from './renderFile.ts';

/** A format of files, with the extension of their names. */
type Target = { format: FileFormat; extension: string };

/**
 * Reads a canvas that is not open in the page, and downloads it.
 * @throws Error with a text for people
 */
export async function saveCanvas(client: Client, id: string, target: Target, theme: Theme): Promise<void> {
  const { data, error } = await client
    .query(doc(CanvasToExportDocument), { id }, { requestPolicy: 'network-only' })
    .toPromise();
  const canvas = data?.canvas;
  if (!canvas) throw new Error(error ? requestFailure(error) : t('exporting.canvasGone'));
  const content = await renderFile({ client, canvas, objects: canvas.objects, theme }, target.format);
  download(content, fileName(canvas, target.extension));
}
