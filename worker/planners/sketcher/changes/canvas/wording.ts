import { shorten } from '../../text/plain.ts';
import type { Box, EditedCanvas } from './editedCanvas.ts';

/** A box by its text, for a message. */
export function quoted(box: Pick<Box, 'text'> | undefined): string {
  return `“${shorten((box?.text ?? '').replace(/\s+/g, ' '), 40)}”`;
}

/** Texts in quotation marks, at most `most` of them. */
export function listed(texts: readonly string[], most: number, joint: 'and' | 'or'): string {
  const shown = texts.slice(0, most).map((text) => quoted({ text }));
  const left = texts.length - shown.length;
  if (left > 0) shown.push(`${left} more`);
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} ${joint} ${shown.at(-1)}`;
}

/** The frame that a box is in, for a message; empty if there is none. */
export function whereIs(canvas: EditedCanvas, box: Box): string {
  const frame = canvas.box(box.parent);
  return frame === undefined ? '' : `in ${quoted(frame)}`;
}
