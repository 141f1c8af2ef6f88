import { t } from '../language/language.ts';

/**
 * Copies to the clipboard. The content may still be on its way: a browser allows copying only right after a click.
 *
 * @throws Error with a text for people, also when the browser doesn't allow it
 */
export async function copy(mediaType: string, content: Promise<Blob>): Promise<void> {
  try {
    await navigator.clipboard.write([new ClipboardItem({ [mediaType]: content })]);
  } catch {
    // Fails with its own reason if there is nothing to copy.
    await content;
    throw new Error(t('exporting.copyForbidden'));
  }
}

/** A text for the clipboard. */
export function textBlob(text: string): Blob {
  return new Blob([text], { type: 'text/plain' });
}
