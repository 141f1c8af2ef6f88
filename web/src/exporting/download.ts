import { firstCharacters } from '../../../src/canvas/model/cutText.ts';

/** How long the browser is given to begin the download, in ms. */
const BEGINS_WITHIN = 60_000;

/** Gives the person a file. */
export function download(content: Blob, fileName: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), BEGINS_WITHIN);
}

/** Name of a file with the canvas's title, safe on every system. */
export function fileName(title: string, extension: string): string {
  const safe = title
    .normalize('NFC')
    .replace(/[\p{Cc}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^\.+|\.+$/g, '');
  return `${firstCharacters(safe, 80).trim() || 'canvas'}.${extension}`;
}
