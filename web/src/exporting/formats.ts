import { t } from '../language/language.ts';

/** The formats of files, with the extensions of their names. */
export const extensions = {
  png: 'png',
  svg: 'svg',
  mermaid: 'mmd',
  json: 'json',
  excalidraw: 'excalidraw',
} as const;

export type FileFormat = keyof typeof extensions;

/** In the order of menus. */
export const fileFormats = Object.keys(extensions) as FileFormat[];

/** What is copied to the clipboard. */
export type CopyFormat = 'png' | 'svg' | 'mermaid' | 'link';

/** Why an export of a canvas with these objects is not available; null if it is. */
export function unavailableReason(
  format: FileFormat | CopyFormat,
  objects: readonly { __typename: string }[],
): string | null {
  if (format === 'link') return null;
  if (objects.length === 0) return t('exporting.isEmpty');
  const hasArrows = objects.some(({ __typename }) => __typename === 'Connector');
  return format === 'mermaid' && !hasArrows ? t('exporting.needsArrow') : null;
}
