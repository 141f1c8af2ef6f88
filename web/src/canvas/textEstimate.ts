/**
 * Widths of Nunito in parts of the font size, rounded up. The server measures text exactly and sends it
 * wrapped; this is for the two short texts that it does not wrap: titles of frames and labels of connectors.
 */
const WIDE = 0.95;
const USUAL = 0.58;
const NARROW = 0.32;

function charWidth(char: string): number {
  if (/[\s.,:;'|!iljtfr()[\]/-]/.test(char)) return NARROW + (/[tfr]/.test(char) ? 0.08 : 0);
  if (/[mwMW@%—]/.test(char)) return WIDE;
  if (/[A-Z0-9&]/.test(char)) return 0.7;
  // Beyond Latin, Greek and Cyrillic a character is about as wide as it is high.
  return (char.codePointAt(0) ?? 0) > 0x2000 ? 1.05 : USUAL;
}

/** Width in pixels that a line of text takes at most. */
export function estimateWidth(text: string, fontSize: number): number {
  let width = 0;
  for (const char of text) width += charWidth(char);
  return Math.ceil(width * fontSize);
}

/** The text in one line of at most `width` pixels, cut with an ellipsis where it is longer. */
export function cutToWidth(text: string, fontSize: number, width: number): string {
  if (estimateWidth(text, fontSize) <= width) return text;
  const chars = [...text];
  while (chars.length > 1 && estimateWidth(`${chars.join('')}…`, fontSize) > width) chars.pop();
  return `${chars.join('').trimEnd()}…`;
}

/** The text in lines of at most `width` pixels, broken between words. */
export function wrapToWidth(text: string, fontSize: number, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    const joined = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && estimateWidth(joined, fontSize) <= width) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines;
}
