/** Widths in parts of the font size: of most letters, and of ideographs and pictographs. */
const [narrow, wide] = [0.56, 1.05];
const wideCharacter =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u;

/** Pixels that stay free beside a text in its shape, on both sides together. */
const padding = 32;

/**
 * Breaks a text into lines by the usual widths of letters, for callers that can't measure it. Who draws the
 * text, and knows the font, gives the lines instead.
 */
export function wrapRoughly(text: string, width: number, fontSize: number): string[] {
  if (text === '') return [];
  const most = Math.max(width - padding, fontSize);
  return text.split('\n').flatMap((paragraph) => wrapParagraph(paragraph, most, fontSize));
}

function wrapParagraph(paragraph: string, most: number, fontSize: number): string[] {
  const widthOf = (words: string) =>
    [...words].reduce((sum, letter) => sum + (wideCharacter.test(letter) ? wide : narrow) * fontSize, 0);
  const space = widthOf(' ');
  const lines: string[] = [];
  let line = '';
  // Kept as a sum: measuring the line for each word takes a time that grows with the square of its length.
  let lineWidth = 0;
  for (const word of paragraph.split(' ')) {
    const width = widthOf(word);
    if (line !== '' && lineWidth + space + width <= most) {
      line += ` ${word}`;
      lineWidth += space + width;
    } else {
      if (line !== '') lines.push(line);
      line = word;
      lineWidth = width;
    }
  }
  return [...lines, line];
}
