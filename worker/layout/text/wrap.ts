import type { Size } from '../../../src/canvas/model/geometry.ts';
import { graphemesOf, LINE_HEIGHT, textWidth } from './font.ts';

/**
 * Places where a line may break, as in Excalidraw's own wrapping: around white space, after a hyphen, and
 * between ideographs unless punctuation clings to them.
 */
const breakPlaces =
  /(?=\s)|(?<=[\s-])|(?<![（「『【《〈(])(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])|(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])(?![-、。，．！？：；）」』】》〉).,:;!?…ー])/u;

const tokensOf = (line: string): string[] => line.split(breakPlaces).filter(Boolean);

function breakWord(word: string, maxWidth: number, fontSize: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const grapheme of graphemesOf(word)) {
    if (piece && textWidth(piece + grapheme, fontSize) > maxWidth) {
      pieces.push(piece);
      piece = '';
    }
    piece += grapheme;
  }
  return piece ? [...pieces, piece] : pieces;
}

function wrapLine(line: string, maxWidth: number, fontSize: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const token of tokensOf(line)) {
    const fits = textWidth((current + token).trimEnd(), fontSize) <= maxWidth;
    if (fits) {
      current += token;
      continue;
    }
    if (current.trimEnd()) lines.push(current.trimEnd());
    const pieces = breakWord(token.trimStart(), maxWidth, fontSize);
    lines.push(...pieces.slice(0, -1));
    current = pieces.at(-1) ?? '';
  }
  return current.trimEnd() ? [...lines, current.trimEnd()] : lines;
}

/**
 * Wraps text into lines of at most `maxWidth` pixels. Breaks between words, or within a word that is wider than a line.
 * Keeps the line breaks of the text. Returns no lines for text without visible characters.
 */
export function wrapText(text: string, maxWidth: number, fontSize: number): string[] {
  return text
    .normalize('NFC')
    .trim()
    .split('\n')
    .flatMap((line) => wrapLine(line.replaceAll(/\s+/g, ' ').trim(), maxWidth, fontSize));
}

/** Size of wrapped lines in pixels. */
export function linesSize(lines: readonly string[], fontSize: number): Size {
  return {
    width: Math.max(0, ...lines.map((line) => textWidth(line, fontSize))),
    height: lines.length * fontSize * LINE_HEIGHT,
  };
}

/** Width in pixels of the widest part that wrapping keeps together if it can. */
export function widestWord(text: string, fontSize: number): number {
  return Math.max(
    0,
    ...tokensOf(text.replaceAll(/\s+/g, ' ')).map((token) => textWidth(token.trim(), fontSize)),
  );
}
