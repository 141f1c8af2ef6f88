import type { Size } from '../model/geometry.ts';
import { partsOfLine, wrapText } from '../model/wrapping/wrapText.ts';
import { LINE_HEIGHT, textWidth } from './font.ts';

/** Wraps a text into lines of at most `width` pixels. Without visible characters it has no lines. */
export function wrapLines(text: string, width: number, fontSize: number): string[] {
  return wrapText(text, (part, before) => textWidth(part, fontSize, before), width);
}

/** Size of wrapped lines in pixels. */
export function linesSize(lines: readonly string[], fontSize: number): Size {
  return {
    width: Math.max(0, ...lines.map((line) => textWidth(line, fontSize))),
    height: lines.length * fontSize * LINE_HEIGHT,
  };
}

/** Width in pixels of the widest part that wrapping keeps together if it can. */
export function widestPart(text: string, fontSize: number): number {
  return Math.max(0, ...partsOfLine(text).map((part) => textWidth(part, fontSize)));
}
