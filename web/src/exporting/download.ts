import { firstCharacters } from '../../../src/canvas/model/cutText.ts';

/** Time for the browser to start the download, in ms. */
const revokeDelay = 60_000;

/** Downloads a file in the browser. */
export function download(content: Blob, fileName: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), revokeDelay);
}

/** File name of one version of a canvas, valid on every system: `<title> v<version>.<extension>`. */
export function fileName(canvas: { title: string; versionNumber: number }, extension: string): string {
  const safe = canvas.title
    .normalize('NFC')
    .replace(/[\p{Cc}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^\.+|\.+$/g, '');
  const title = firstCharacters(safe, 80).trim() || 'canvas';
  return `${title} v${canvas.versionNumber}.${extension}`;
}
