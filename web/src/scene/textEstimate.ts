import { wrapText } from '../../../src/canvas/model/wrapping/wrapText.ts';

/**
 * Advance widths of Nunito Regular in parts of the font size, from its woff2, rounded up within each group.
 * The server measures text exactly and sends it wrapped. These estimates are for the two short texts that it does not
 * wrap: titles of frames and labels of connectors.
 */
const widthGroups: readonly (readonly [width: number, characters: string])[] = [
  [0.27, " .,:;!'|ijI"],
  [0.33, 'l()[]/J'],
  [0.36, 'frt'],
  [0.48, 'csz-?'],
  [0.53, 'aekvxy'],
  [0.57, 'hunoFL'],
  [0.61, 'bdgpqEYZT0123456789'],
  [0.7, 'KPSRBCXV&'],
  [0.77, 'ADGHNOQU'],
  [0.86, 'mwM'],
  [1, '%@—…'],
  [1.1, 'W'],
];
const characterWidths = new Map(
  widthGroups.flatMap(([width, characters]) => [...characters].map((char) => [char, width])),
);

/** Characters outside Latin, Greek and Cyrillic are about as wide as high. */
const otherWidth = (char: string): number => ((char.codePointAt(0) ?? 0) > 0x2000 ? 1.05 : 0.65);

/** Upper bound of the width of a line of text, in whole pixels. */
export function estimateWidth(text: string, fontSize: number): number {
  return Math.ceil(advanceWidth(text) * fontSize);
}

/** Upper bound in parts of the font size. */
function advanceWidth(text: string): number {
  let width = 0;
  for (const char of text) width += characterWidths.get(char) ?? otherWidth(char);
  return width;
}

/** The text in one line of at most `width` pixels, cut with an ellipsis where it is longer. */
export function cutToWidth(text: string, fontSize: number, width: number): string {
  if (estimateWidth(text, fontSize) <= width) return text;
  const chars = [...text];
  while (chars.length > 1 && estimateWidth(`${chars.join('')}…`, fontSize) > width) chars.pop();
  return `${chars.join('').trimEnd()}…`;
}

/** The text in lines of at most `width` pixels. */
export function wrapToWidth(text: string, fontSize: number, width: number): string[] {
  return wrapText(text, (part) => advanceWidth(part) * fontSize, width);
}
